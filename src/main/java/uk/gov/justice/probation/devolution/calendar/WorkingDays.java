package uk.gov.justice.probation.devolution.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** The working calendar of England and Wales, read once: its bank holidays change with a migration only. */
@Service
public class WorkingDays {
  private final Supplier<WorkingCalendar> calendar;

  WorkingDays(JdbcClient jdbc) {
    calendar = SingletonSupplier.of(() -> new WorkingCalendar(new HashSet<>(jdbc.sql("SELECT day FROM bank_holiday").query(LocalDate.class).list())));
  }

  public WorkingCalendar calendar() {
    return calendar.get();
  }
}
