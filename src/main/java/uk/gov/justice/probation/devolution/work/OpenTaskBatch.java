package uk.gov.justice.probation.devolution.work;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecord;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecords;

/** Keeps the open tasks as the engine's records have them, many at a time. */
@Component
class OpenTaskBatch {
    /** Of what is due at no time, so that it comes last. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String OTHER = "other";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TaskModels models;

    OpenTaskBatch(JdbcClient jdbc, JdbcTemplate batches, TaskModels models) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.models = models;
    }

    /** How far the records are read. */
    long position() {
        return jdbc.sql("SELECT position FROM open_task_reading WHERE id = 1")
                .query(Long.class)
                .optional()
                .orElseGet(this::begin);
    }

    private long begin() {
        jdbc.sql("INSERT IGNORE INTO open_task_reading (id, position) VALUES (1, ?)")
                .param(UserTaskRecords.BEGINNING)
                .update();
        return UserTaskRecords.BEGINNING;
    }

    /**
     * Notes how far the records are read; nobody else changes what is kept until the transaction ends.
     *
     * @return false if somebody else has read on from there meanwhile
     */
    boolean readOn(long from, long to, Instant knownUntil) {
        return jdbc.sql("UPDATE open_task_reading SET position = ?, known_until = ? WHERE id = 1 AND position = ?")
                        .params(to, Utc.of(knownUntil), from)
                        .update()
                > 0;
    }

    /** A clock was set back: what is recorded from now on is later than what is kept, whatever its position. */
    void goBack(long to) {
        jdbc.sql("UPDATE open_task SET position = ? WHERE position > ?")
                .params(to, to)
                .update();
    }

    /** Nobody else changes what is kept until the transaction ends. */
    void hold() {
        position();
        jdbc.sql("SELECT position FROM open_task_reading WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .single();
    }

    void compared(Instant at) {
        jdbc.sql("UPDATE open_task_reading SET compared_at = ? WHERE id = 1")
                .param(Utc.of(at))
                .update();
    }

    /** All tasks kept by their key, each with its assignee, or with an empty name where it has none. */
    Map<Long, String> assignees() {
        Map<Long, String> assignees = new HashMap<>();
        jdbc.sql("SELECT task_key, COALESCE(assignee, '') FROM open_task").query(row -> {
            assignees.put(row.getLong(1), row.getString(2));
        });
        return assignees;
    }

    /** Of these tasks, those that are kept, with the position of the record they are kept from. */
    Map<Long, Long> positions(Collection<Long> keys) {
        Map<Long, Long> positions = new HashMap<>();
        if (keys.isEmpty()) return positions;
        jdbc.sql("SELECT task_key, position FROM open_task WHERE task_key IN (:keys)")
                .param("keys", keys)
                .query(row -> {
                    positions.put(row.getLong(1), row.getLong(2));
                });
        return positions;
    }

    /** Adds tasks that are not kept yet. */
    void add(Collection<UserTaskRecord> tasks, Map<Long, Description> descriptions) {
        List<Object[]> rows = tasks.stream()
                .map(task -> added(task, descriptions.getOrDefault(task.key(), Description.UNKNOWN)))
                .toList();
        batches.batchUpdate("""
            INSERT INTO open_task (task_key, element_instance_key, process_instance_key, process_id, element_id, family, name, assignee, priority, created_at, due_at,
              about, region_code, crn, words, position)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, rows);
        offer(tasks);
    }

    /** What the records say of tasks that are kept already; what those are about stays. */
    void change(Collection<UserTaskRecord> tasks) {
        if (tasks.isEmpty()) return;
        List<Object[]> rows = tasks.stream().map(this::changed).toList();
        batches.batchUpdate("""
            UPDATE open_task SET element_instance_key = ?, process_instance_key = ?, process_id = ?, element_id = ?, family = ?, name = ?, assignee = ?, priority = ?, due_at = ?,
              position = ? WHERE task_key = ?
            """, rows);
        jdbc.sql("DELETE FROM open_task_holder WHERE task_key IN (:keys)")
                .param("keys", tasks.stream().map(UserTaskRecord::key).toList())
                .update();
        offer(tasks);
    }

    void end(Collection<Long> keys) {
        if (keys.isEmpty()) return;
        jdbc.sql("DELETE FROM open_task_holder WHERE task_key IN (:keys)")
                .param("keys", keys)
                .update();
        jdbc.sql("DELETE FROM open_task WHERE task_key IN (:keys)")
                .param("keys", keys)
                .update();
    }

    /** What tasks that are kept are about, as it is said now. */
    void describe(Map<Long, Description> descriptions) {
        List<Object[]> rows = descriptions.entrySet().stream()
                .map(each -> new Object[] {
                    each.getValue().about(),
                    each.getValue().regionCode(),
                    each.getValue().crn(),
                    each.getValue().words(),
                    each.getKey()
                })
                .toList();
        batches.batchUpdate(
                "UPDATE open_task SET about = ?, region_code = ?, crn = ?, words = ? WHERE task_key = ?", rows);
    }

    /** Some of the tasks that are kept, in the order of their keys, with what they are said to be about. */
    Map<UserTaskRecord, Description> described(long afterKey, int atMost) {
        Map<UserTaskRecord, Description> described = new HashMap<>();
        jdbc.sql("""
            SELECT task_key, element_instance_key, process_instance_key, process_id, element_id, about, region_code, crn, words
            FROM open_task WHERE task_key > ? ORDER BY task_key LIMIT ?
            """).params(afterKey, atMost).query(row -> {
            described.put(
                    new UserTaskRecord(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getString(4),
                            row.getString(5),
                            null,
                            List.of(),
                            List.of(),
                            0,
                            null,
                            null,
                            true,
                            0),
                    new Description(row.getString(6), row.getString(7), row.getString(8), row.getString(9)));
        });
        return described;
    }

    private void offer(Collection<UserTaskRecord> tasks) {
        List<Object[]> holders = tasks.stream()
                .flatMap(task -> Stream.concat(
                                task.groups().stream().map(Holder::group),
                                Stream.concat(task.users().stream(), Stream.ofNullable(task.assignee()))
                                        .map(Holder::user))
                        .filter(Holder::canBeSomebody)
                        .distinct()
                        .map(holder -> new Object[] {task.key(), holder.name()}))
                .toList();
        batches.batchUpdate("INSERT INTO open_task_holder (task_key, holder) VALUES (?, ?)", holders);
    }

    private Object[] added(UserTaskRecord task, Description description) {
        return new Object[] {
            task.key(),
            task.elementInstanceKey(),
            task.processInstanceKey(),
            task.processId(),
            task.elementId(),
            family(task),
            name(task),
            assignee(task),
            task.priority(),
            Utc.of(task.createdAt()),
            due(task),
            description.about(),
            description.regionCode(),
            description.crn(),
            description.words(),
            task.position()
        };
    }

    private Object[] changed(UserTaskRecord task) {
        return new Object[] {
            task.elementInstanceKey(),
            task.processInstanceKey(),
            task.processId(),
            task.elementId(),
            family(task),
            name(task),
            assignee(task),
            task.priority(),
            due(task),
            task.position(),
            task.key()
        };
    }

    private String family(UserTaskRecord task) {
        return models.familyOf(task.processId()).orElse(OTHER);
    }

    private String name(UserTaskRecord task) {
        return models.nameOf(task.processId(), task.elementId());
    }

    private static String assignee(UserTaskRecord task) {
        String name = task.assignee();
        return name == null || name.length() <= Holder.LONGEST ? name : name.substring(0, Holder.LONGEST);
    }

    private static LocalDateTime due(UserTaskRecord task) {
        return Utc.of(task.dueAt() == null || task.dueAt().isAfter(NEVER) ? NEVER : task.dueAt());
    }
}
