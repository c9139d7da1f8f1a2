package uk.gov.justice.probation.devolution.work;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.OpenUserTask;
import uk.gov.justice.probation.devolution.camunda.OpenUserTasks;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Finds single open tasks for the pages on which they are done. */
@Component
class OpenTaskQuery implements OpenUserTasks {
    private final JdbcClient jdbc;

    OpenTaskQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<OpenUserTask> of(TaskOnPage task, String about, Colleague colleague) {
        return jdbc.sql("""
            SELECT t.task_key, t.element_instance_key, t.name, t.assignee FROM open_task t
            WHERE t.about = :about AND t.process_id = :process AND t.element_id = :element
              AND t.task_key IN (SELECT h.task_key FROM open_task_holder h WHERE h.task_key = t.task_key AND h.holder IN (:holders))
            ORDER BY t.due_at, t.task_key LIMIT 1
            """)
                .param("about", about)
                .param("process", task.processId())
                .param("element", task.elementId())
                .param("holders", Holder.allOf(colleague))
                .query((row, n) -> new OpenUserTask(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
                .optional();
    }
}
