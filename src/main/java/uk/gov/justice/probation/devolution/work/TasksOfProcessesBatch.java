package uk.gov.justice.probation.devolution.work;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.TasksOfProcesses;

/** Finds the open tasks of processes, and changes whose they are before the engine's records say so. */
@Component
class TasksOfProcessesBatch implements TasksOfProcesses {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    TasksOfProcessesBatch(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public List<Offered> of(String family, Collection<Long> processInstances) {
        if (processInstances.isEmpty()) return List.of();
        return jdbc.sql("""
            SELECT t.task_key, t.process_id, t.element_id, t.assignee,
              (SELECT GROUP_CONCAT(h.holder ORDER BY h.holder SEPARATOR '|') FROM open_task_holder h WHERE h.task_key = t.task_key) AS holders
            FROM open_task t WHERE t.process_instance_key IN (:instances) AND t.family = :family ORDER BY t.task_key
            """)
                .param("instances", processInstances)
                .param("family", family)
                .query((row, n) -> new Offered(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        called(row.getString(5), true),
                        called(row.getString(5), false)))
                .list();
    }

    private static Set<String> called(String kept, boolean groups) {
        return Set.copyOf(Stream.of(kept == null ? new String[0] : kept.split("\\|"))
                .map(Holder::new)
                .filter(holder -> holder.isGroup() == groups)
                .map(Holder::called)
                .toList());
    }

    @Override
    @Transactional
    public void isOffered(long key, Collection<String> groups, Collection<String> users, String assignee) {
        jdbc.sql("UPDATE open_task SET assignee = ? WHERE task_key = ?")
                .params(assignee, key)
                .update();
        jdbc.sql("DELETE FROM open_task_holder WHERE task_key = ?").param(key).update();
        batches.batchUpdate(
                "INSERT INTO open_task_holder (task_key, holder) SELECT task_key, ? FROM open_task WHERE task_key = ?",
                Stream.concat(
                                groups.stream().map(Holder::group),
                                Stream.concat(users.stream(), Stream.ofNullable(assignee))
                                        .map(Holder::user))
                        .distinct()
                        .map(holder -> new Object[] {holder.name(), key})
                        .toList());
    }
}
