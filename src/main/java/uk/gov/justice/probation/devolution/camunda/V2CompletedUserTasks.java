package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Asks the orchestration cluster's search API, which every Camunda from 8.8 has; the local profile's older engine is asked in another way. */
@Component
@Profile("!local")
class V2CompletedUserTasks implements CompletedUserTasks {

  /** Somebody completed the task through the API without being its assignee; the engine keeps no other name. */
  static final String NO_ASSIGNEE = "unassigned";

  private final CamundaClient camunda;

  V2CompletedUserTasks(CamundaClient camunda) {
    this.camunda = camunda;
  }

  @Override
  public String completedBy(long processInstanceKey, String elementId, long elementInstanceKey) {
    UserTask task = camunda.newUserTaskSearchRequest()
        .filter(filter -> filter
            .processInstanceKey(processInstanceKey)
            .elementId(elementId)
            .elementInstanceKey(elementInstanceKey)
            .state(UserTaskState.COMPLETED))
        .send()
        .join()
        .items().stream()
        .findFirst()
        .orElseThrow(() -> new NotYetKnownException(elementId, processInstanceKey));
    String assignee = task.getAssignee();
    return assignee == null || assignee.isBlank() ? NO_ASSIGNEE : assignee;
  }
}
