package uk.gov.justice.probation.devolution.work;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;

/** Open tasks for tests, made by plain SQL. */
public final class SomeTasks {
    /** Databases count no further in one statement unless they are told to. */
    private static final int AT_ONCE = 900;

    private final JdbcClient jdbc;
    private long next = 1;

    public SomeTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is read of the engine is read until this moment. */
    public void knownUntil(Instant at) {
        jdbc.sql("REPLACE INTO open_task_reading (id, position, known_until) VALUES (1, 1, ?)")
                .param(Utc.of(at))
                .update();
    }

    /** A task that a group is offered. @return its key */
    public long task(String group, String name, String words, Instant due) {
        return task(group, "handover", name, words, due, null, null);
    }

    public long task(String group, String family, String name, String words, Instant due, String crn, String assignee) {
        return task(new TaskOnPage("process", "Task", Set.of()), null, group, family, name, words, due, crn, assignee);
    }

    /** A task of a kind about a subject that a group is offered. @return its key */
    public long of(TaskOnPage kind, String about, String group) {
        return of(kind, about, group, null);
    }

    public long of(TaskOnPage kind, String about, String group, String assignee) {
        Instant due = Instant.parse("2026-12-31T12:00:00Z");
        return task(kind, about, group, "handover", kind.elementId(), "", due, null, assignee);
    }

    private long task(
            TaskOnPage kind,
            String about,
            String group,
            String family,
            String name,
            String words,
            Instant due,
            String crn,
            String assignee) {
        long key = next++;
        jdbc.sql("""
            INSERT INTO open_task (task_key, element_instance_key, process_instance_key, process_id, element_id, family, name, assignee, priority, created_at, due_at,
              about, region_code, crn, words, position)
            VALUES (?, ?, 70, ?, ?, ?, ?, ?, 50, ?, ?, ?, 'NW', ?, ?, 1)
            """)
                .params(Arrays.asList(
                        key,
                        key,
                        kind.processId(),
                        kind.elementId(),
                        family,
                        name,
                        assignee,
                        Utc.of(due).minusDays(7),
                        Utc.of(due),
                        about == null ? "handover/" + key : about,
                        crn,
                        words))
                .update();
        holder(key, "group:" + group);
        if (assignee != null) holder(key, "user:" + assignee);
        return key;
    }

    public void about(long key, String subject) {
        jdbc.sql("UPDATE open_task SET about = ? WHERE task_key = ?")
                .params(subject, key)
                .update();
    }

    public void offered(long key, String user) {
        holder(key, "user:" + user);
    }

    /** So many tasks of unpaid work, each about a case of its own, for the group; the n-th is due n minutes later. */
    public void many(int number, String group, LocalDateTime firstDue) {
        for (int begun = 0; begun < number; begun += AT_ONCE)
            some(Math.min(AT_ONCE, number - begun), group, firstDue.plusMinutes(begun));
    }

    private void some(int number, String group, LocalDateTime firstDue) {
        jdbc.sql("""
            INSERT INTO open_task (task_key, element_instance_key, process_instance_key, process_id, element_id, family, name, assignee, priority, created_at, due_at,
              about, region_code, crn, words, position)
            WITH RECURSIVE numbers AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < :number)
            SELECT :first + n, n, n, 'upw-session', 'Task_RecordOutcome', 'unpaidwork', 'Record the outcome', NULL, 50, :due, :due + INTERVAL n MINUTE,
              CONCAT('session/', :first + n), 'NW', CONCAT('X', LPAD(MOD(:first + n, 90000), 6, '0')),
              CONCAT('CRN X', LPAD(MOD(:first + n, 90000), 6, '0'), ', Project ', MOD(n, 300), ', Sat 5 Dec'), 1 FROM numbers
            """)
                .param("number", number)
                .param("first", next)
                .param("due", firstDue)
                .update();
        jdbc.sql("INSERT INTO open_task_holder (task_key, holder) SELECT task_key, ? FROM open_task WHERE task_key > ?")
                .params("group:" + group, next)
                .update();
        next += number + 1;
    }

    private void holder(long key, String holder) {
        jdbc.sql("INSERT INTO open_task_holder (task_key, holder) VALUES (?, ?)")
                .params(key, holder)
                .update();
    }
}
