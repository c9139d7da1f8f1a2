package uk.gov.justice.probation.devolution.localstack;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.CompletedUserTasks;

/** Asks Tasklist's own index, because the local profile's Camunda 8.6 lacks the search API of newer engines. */
@Component
@Profile("local")
class TasklistCompletedUserTasks implements CompletedUserTasks {
    private final OpenSearch openSearch;

    TasklistCompletedUserTasks(LocalStackSettings settings) {
        this.openSearch = new OpenSearch(settings);
    }

    @Override
    public String completedBy(long processInstanceKey, String elementId, long elementInstanceKey) {
        String assignee = openSearch
                .found("/tasklist-task-*/_search?_source=assignee&q=state:COMPLETED%20AND%20flowNodeInstanceId:"
                        + elementInstanceKey)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotYetKnownException(elementId, processInstanceKey))
                .path("assignee")
                .asText("");
        return assignee.isBlank() || assignee.equals("null") ? NOBODY : assignee;
    }
}
