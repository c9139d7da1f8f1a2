package uk.gov.justice.probation.devolution.telling;

import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.example.ExampleDay;

/** Emails for tests, made by plain SQL. */
public final class SomeNotices {
    private static final LocalDateTime AT = Utc.of(ExampleDay.MORNING);

    private final JdbcClient jdbc;

    public SomeNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing reaches this member of staff of the North West. @return its id */
    public long undeliveredTo(String staffNumber) {
        jdbc.sql("""
            INSERT INTO telling_undelivered (recipient, region_code, help_group, email, reason, since, open_mark)
            VALUES (?, 'NW', 'hr-nw', 'wrong@example.org', 'There is no such address.', ?, 1)
            """).params("user:" + staffNumber, AT).update();
        return jdbc.sql("SELECT MAX(id) FROM telling_undelivered")
                .query(Long.class)
                .single();
    }
}
