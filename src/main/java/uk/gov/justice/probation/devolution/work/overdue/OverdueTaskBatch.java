package uk.gov.justice.probation.devolution.work.overdue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.work.Holder;

/** Finds overdue tasks and keeps of which ones people were told, all of them at once. */
@Component
class OverdueTaskBatch {
    private static final String TASKS = """
        SELECT t.process_instance_key, t.element_id, COALESCE(t.about, '') AS about, t.due_at, t.name, t.words, t.region_code, t.assignee,
          (SELECT GROUP_CONCAT(h.holder ORDER BY h.holder SEPARATOR '|') FROM open_task_holder h WHERE h.task_key = t.task_key) AS holders,
          (SELECT GROUP_CONCAT(d.deputy ORDER BY d.deputy SEPARATOR '|') FROM deputyship d
            WHERE d.away = t.assignee AND d.ended_at IS NULL AND :today BETWEEN d.first_day AND d.last_day) AS stand_ins
        FROM open_task t LEFT JOIN overdue_task_notice n
          ON n.process_instance_key = t.process_instance_key AND n.element_id = t.element_id AND n.about = COALESCE(t.about, '') AND n.due_at = t.due_at
        WHERE t.due_at < :now\s""";
    private static final String ORDER = "ORDER BY t.due_at, t.task_key";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    OverdueTaskBatch(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Nobody else looks for overdue tasks until the transaction ends. */
    void hold(Instant now) {
        jdbc.sql(
                        "INSERT INTO overdue_task_look (id, looked_at) VALUES (1, :now) ON DUPLICATE KEY UPDATE looked_at = :now")
                .param("now", Utc.of(now))
                .update();
    }

    /** @param except tasks as {@code process/element} */
    List<OverdueTask> notRemindedOf(Instant now, LocalDate today, Collection<String> except) {
        return jdbc.sql(TASKS
                        + "AND n.reminded_at IS NULL AND CONCAT(t.process_id, '/', t.element_id) NOT IN (:except) "
                        + ORDER)
                .param("now", Utc.of(now))
                .param("today", today)
                .param("except", except)
                .query((row, n) -> read(row))
                .list();
    }

    void reminded(Collection<OverdueTask> tasks, Instant at) {
        batches.batchUpdate(
                "INSERT IGNORE INTO overdue_task_notice (reminded_at, process_instance_key, element_id, about, due_at) VALUES (?, ?, ?, ?, ?)",
                noticed(tasks, at));
    }

    /** Those of which people were reminded before a moment, and nobody else was told yet. */
    List<OverdueTask> notEscalated(Instant now, LocalDate today, Instant remindedBefore) {
        return jdbc.sql(TASKS + "AND n.reminded_at < :before AND n.escalated_at IS NULL " + ORDER)
                .param("now", Utc.of(now))
                .param("today", today)
                .param("before", Utc.of(remindedBefore))
                .query((row, n) -> read(row))
                .list();
    }

    void escalated(Collection<OverdueTask> tasks, Instant at) {
        batches.batchUpdate(
                "UPDATE overdue_task_notice SET escalated_at = ? WHERE process_instance_key = ? AND element_id = ? AND about = ? AND due_at = ?",
                noticed(tasks, at));
    }

    /** Forgets what was due before a moment and belongs to no process that still waits for somebody. */
    void forget(Instant dueBefore) {
        jdbc.sql(
                        "DELETE FROM overdue_task_notice WHERE due_at < ? AND process_instance_key NOT IN (SELECT t.process_instance_key FROM open_task t)")
                .param(Utc.of(dueBefore))
                .update();
    }

    private static List<Object[]> noticed(Collection<OverdueTask> tasks, Instant at) {
        return tasks.stream()
                .map(task -> new Object[] {
                    Utc.of(at), task.processInstanceKey(), task.elementId(), task.about(), Utc.of(task.dueAt())
                })
                .toList();
    }

    private static OverdueTask read(ResultSet row) throws SQLException {
        return new OverdueTask(
                row.getLong("process_instance_key"),
                row.getString("element_id"),
                row.getString("about"),
                Utc.instant(row, "due_at"),
                row.getString("name"),
                row.getString("words"),
                row.getString("region_code"),
                row.getString("assignee"),
                names(row.getString("stand_ins")).collect(Collectors.toSet()),
                names(row.getString("holders")).map(Holder::new).collect(Collectors.toSet()));
    }

    private static Stream<String> names(String kept) {
        return kept == null ? Stream.empty() : Stream.of(kept.split("\\|"));
    }
}
