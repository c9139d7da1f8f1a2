package uk.gov.justice.probation.devolution.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.watching.CountsForOperators;
import uk.gov.justice.probation.devolution.watching.Tally;
import uk.gov.justice.probation.devolution.watching.WatchedNumber;

/** Counts open tasks and incidents, and how far what is kept of them is behind the engine. */
@Component
class TaskNumbersQuery implements CountsForOperators {
    private final JdbcClient jdbc;
    private final Clock clock;

    TaskNumbersQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void count(Tally tally) {
        Instant now = clock.instant();
        jdbc.sql("SELECT family, COUNT(*), COALESCE(SUM(due_at < ?), 0) FROM open_task GROUP BY family")
                .param(Utc.of(now))
                .query(row -> {
                    tally.add(WatchedNumber.OPEN_TASKS, row.getString(1), row.getLong(2));
                    tally.add(WatchedNumber.OVERDUE_TASKS, row.getString(1), row.getLong(3));
                });
        jdbc.sql("""
            SELECT SUBSTRING(h.holder, 7), MIN(t.created_at) AS since FROM open_task_holder h JOIN open_task t ON t.task_key = h.task_key
            WHERE h.holder LIKE 'group:%' GROUP BY h.holder
            """).query(row -> {
            tally.add(WatchedNumber.OLDEST_TASK, row.getString(1), age(now, Utc.instant(row, "since")));
        });
        jdbc.sql("SELECT cause, COUNT(*) FROM standing_incident GROUP BY cause").query(row -> {
            tally.add(WatchedNumber.INCIDENTS, row.getString(1), row.getLong(2));
        });
        jdbc.sql("""
            SELECT 'tasks', known_until AS since FROM open_task_reading WHERE known_until IS NOT NULL
            UNION ALL SELECT 'incidents', known_until FROM standing_incident_reading
            """).query(row -> {
            tally.add(WatchedNumber.TASKS_BEHIND, row.getString(1), age(now, Utc.instant(row, "since")));
        });
    }

    private static double age(Instant now, Instant since) {
        return Math.max(0, Duration.between(since, now).toMillis() / 1000.0);
    }
}
