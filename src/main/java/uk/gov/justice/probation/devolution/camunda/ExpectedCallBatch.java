package uk.gov.justice.probation.devolution.camunda;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of expected calls. Very many can be recorded at once, and if several processes want the same one, the
 * database decides which was first.
 */
@Component
class ExpectedCallBatch {
    private final JdbcClient jdbc;

    ExpectedCallBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(String process, Collection<String> values, long occasion) {
        values.forEach(value -> jdbc.sql("INSERT IGNORE INTO expected_call (process, value, occasion) VALUES (?, ?, ?)")
                .params(process, value, occasion)
                .update());
    }

    boolean isTakenBy(long processInstanceKey, String process, String value) {
        return jdbc.sql("SELECT COUNT(*) FROM expected_call WHERE process = ? AND value = ? AND begun_by = ?")
                        .params(process, value, processInstanceKey)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return whether there was one to take */
    boolean take(long processInstanceKey, String process, String value) {
        return jdbc
                .sql(
                        "SELECT occasion FROM expected_call WHERE process = ? AND value = ? AND begun_by IS NULL ORDER BY occasion")
                .params(process, value)
                .query(Long.class)
                .list()
                .stream()
                .anyMatch(occasion -> jdbc.sql(
                                        "UPDATE expected_call SET begun_by = ? WHERE process = ? AND value = ? AND occasion = ? AND begun_by IS NULL")
                                .params(processInstanceKey, process, value, occasion)
                                .update()
                        > 0);
    }

    void says(long processInstanceKey) {
        jdbc.sql("UPDATE task_subject SET says_calls = TRUE WHERE instance_key = ?")
                .param(processInstanceKey)
                .update();
    }

    /** Whether everything recorded of it before the newest record says so, and there was something. */
    boolean saidSoBefore(long processInstanceKey) {
        return jdbc.sql(
                        "SELECT COALESCE(SUM(says_calls) = COUNT(*) - 1 AND COUNT(*) > 1, FALSE) FROM task_subject WHERE instance_key = ?")
                .param(processInstanceKey)
                .query(Boolean.class)
                .single();
    }

    boolean sayNothing(Collection<Long> processInstances) {
        return jdbc.sql("SELECT COUNT(*) FROM task_subject WHERE instance_key IN (:instances) AND NOT says_calls")
                        .param("instances", processInstances)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
