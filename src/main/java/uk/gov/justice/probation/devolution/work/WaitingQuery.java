package uk.gov.justice.probation.devolution.work;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** How much waits for groups and colleagues, in numbers alone. */
@Component
public class WaitingQuery {

    /** @param earliestDue null if none of them is due at any time */
    public record Waits(int tasks, Instant earliestDue) {}

    private final JdbcClient jdbc;

    WaitingQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever has no task is left out. */
    public Map<Holder, Waits> of(Collection<Holder> holders) {
        Map<Holder, Waits> waiting = new HashMap<>();
        if (holders.isEmpty()) return waiting;
        jdbc.sql("""
            SELECT h.holder, COUNT(*) AS tasks, MIN(t.due_at) AS due_at FROM open_task_holder h JOIN open_task t ON t.task_key = h.task_key
            WHERE h.holder IN (:holders) GROUP BY h.holder
            """)
                .param("holders", holders.stream().map(Holder::name).toList())
                .query(row -> {
                    Instant due = Utc.instant(row, "due_at");
                    waiting.put(
                            new Holder(row.getString("holder")),
                            new Waits(row.getInt("tasks"), due.equals(OpenTaskBatch.NEVER) ? null : due));
                });
        return waiting;
    }
}
