package uk.gov.justice.probation.devolution.work;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** How much stands still in each region: for managers, who need no more than the number. */
@Component
public class RegionsQuery {
    private final JdbcClient jdbc;
    private final Clock clock;

    RegionsQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The open tasks that are overdue, by region code. */
    public Map<String, Integer> overdueTasks() {
        return counts(jdbc.sql(
                        "SELECT region_code, COUNT(*) FROM open_task WHERE due_at < :now AND region_code IS NOT NULL GROUP BY region_code")
                .param("now", Utc.of(clock.instant())));
    }

    /** The incidents that nobody has resolved, by region code. */
    public Map<String, Integer> incidents() {
        return counts(
                jdbc.sql(
                        "SELECT region_code, COUNT(*) FROM standing_incident WHERE region_code IS NOT NULL GROUP BY region_code"));
    }

    private static Map<String, Integer> counts(JdbcClient.StatementSpec asked) {
        Map<String, Integer> counts = new HashMap<>();
        asked.query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }
}
