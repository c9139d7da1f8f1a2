package uk.gov.justice.probation.devolution.handover.process;

import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.CompletedUserTasks;
import uk.gov.justice.probation.devolution.handover.TaskAnswer;

/** Finds out who completed the user task whose end listener is running. */
@Component
class TaskAnswers {
  private final CompletedUserTasks completed;

  TaskAnswers(CompletedUserTasks completed) {
    this.completed = completed;
  }

  TaskAnswer of(ActivatedJob listener) {
    String by = completed.completedBy(listener.getProcessInstanceKey(), listener.getElementId(), listener.getElementInstanceKey());
    return new TaskAnswer(listener.getElementInstanceKey(), by);
  }
}
