package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

/** Finds out who completed the user task whose end listener is running. */
@Component
public class TaskAnswers {
  private final CompletedUserTasks completed;

  TaskAnswers(CompletedUserTasks completed) {
    this.completed = completed;
  }

  /** @throws CompletedUserTasks.NotYetKnownException while the task list has not caught up: try again */
  public TaskAnswer of(ActivatedJob listener) {
    String by = completed.completedBy(listener.getProcessInstanceKey(), listener.getElementId(), listener.getElementInstanceKey());
    return new TaskAnswer(listener.getElementInstanceKey(), by);
  }
}
