package uk.gov.justice.probation.devolution.work;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Reads the tasks that a colleague has ticked, with whose they are to do. */
@Component
class TickedTasksQuery {
    private static final String READABLE = "(t.crn IS NULL OR " + CaseAccess.readable("t.crn") + ")";

    record Ticked(WaitingTask task, String about, String regionCode, Set<String> holders) {

        boolean isOfAGroup() {
            return holders.stream().anyMatch(Holder::isGroup);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    TickedTasksQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that are the colleague's or their groups'. */
    List<Ticked> of(Collection<Long> keys, Colleague colleague) {
        if (keys.isEmpty()) return List.of();
        return jdbc.sql(
                        "SELECT t.task_key, t.name, t.family, t.words, t.crn, t.created_at, t.due_at, t.priority, t.assignee, t.about, t.region_code, "
                                + READABLE
                                + " AS readable, (SELECT GROUP_CONCAT(w.holder ORDER BY w.holder SEPARATOR '|') FROM open_task_holder w WHERE w.task_key = t.task_key) AS holders "
                                + "FROM open_task t WHERE t.task_key IN (:keys) AND t.task_key IN (SELECT h.task_key FROM open_task_holder h WHERE h.holder IN (:mine)) "
                                + "ORDER BY t.due_at, t.task_key")
                .param("keys", keys)
                .param("mine", Holder.allOf(colleague))
                .param("reader", colleague.userName())
                .query((row, n) -> new Ticked(
                        WorkQuery.read(row, clock.instant()),
                        row.getString("about"),
                        row.getString("region_code"),
                        Set.copyOf(Arrays.asList(row.getString("holders").split("\\|")))))
                .list();
    }

    /** Of these tasks, those whose case the colleague may see, or that are about no case. */
    Set<Long> readableBy(Colleague colleague, Collection<Long> keys) {
        return new HashSet<>(jdbc.sql("SELECT t.task_key FROM open_task t WHERE t.task_key IN (:keys) AND " + READABLE)
                .param("keys", keys)
                .param("reader", colleague.userName())
                .query(Long.class)
                .list());
    }
}
