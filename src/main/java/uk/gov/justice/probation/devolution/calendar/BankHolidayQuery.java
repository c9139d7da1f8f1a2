package uk.gov.justice.probation.devolution.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bank holidays of England and Wales in the reference table. */
@Component
class BankHolidayQuery {
    private final JdbcClient jdbc;

    BankHolidayQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<LocalDate> all() {
        return new HashSet<>(
                jdbc.sql("SELECT day FROM bank_holiday").query(LocalDate.class).list());
    }
}
