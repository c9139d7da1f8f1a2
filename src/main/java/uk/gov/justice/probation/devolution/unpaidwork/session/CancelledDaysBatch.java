package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** The days of projects that do not take place. Lock the order whose session is cancelled first. */
@Component
class CancelledDaysBatch {
    private final JdbcClient jdbc;
    private final Clock clock;

    CancelledDaysBatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nobody is planned on it any more. The first who cancels it is kept. */
    void cancel(String project, LocalDate on, String by) {
        jdbc.sql("""
            INSERT INTO upw_cancelled_day (project_code, on_date, cancelled_by, cancelled_at) VALUES (:project, :on, :by, :at)
            ON DUPLICATE KEY UPDATE on_date = on_date
            """)
                .param("project", project)
                .param("on", on)
                .param("by", by)
                .param("at", Utc.of(clock.instant()))
                .update();
    }

    /** @return whether it was cancelled */
    boolean open(String project, LocalDate on) {
        return jdbc.sql("DELETE FROM upw_cancelled_day WHERE project_code = :project AND on_date = :on")
                        .param("project", project)
                        .param("on", on)
                        .update()
                > 0;
    }
}
