package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Asks the orchestration cluster, from 8.8 on, who completed a task: its audit log, if it has one; otherwise its task
 * list for the assignee, whom others may have set (ADR 0058). The local profile's older engine is asked in another way.
 */
@Component
@Profile("!local")
class V2CompletedUserTasks implements CompletedUserTasks {

    static final String UNKNOWN = NOBODY;

    /**
     * How long after a task was completed the audit log may lag behind the task list. After that it has no entry, which
     * means that no user completed the task.
     */
    static final Duration NOTED_WITHIN = Duration.ofMinutes(1);

    private final CamundaClient camunda;
    private final ClusterAuditLog auditLog;
    private final CompletedBy completedBy;
    private final Clock clock;

    V2CompletedUserTasks(
            CamundaClient camunda,
            ClusterAuditLog auditLog,
            @Value("${devolution.camunda.completed-by:auto}") CompletedBy completedBy,
            Clock clock) {
        this.camunda = camunda;
        this.auditLog = auditLog;
        this.completedBy = completedBy;
        this.clock = clock;
    }

    @Override
    public String completedBy(long processInstanceKey, String elementId, long elementInstanceKey) {
        if (!auditLogCounts())
            return named(Optional.ofNullable(
                    completed(processInstanceKey, elementId, elementInstanceKey).getAssignee()));
        return auditLog.completed(elementInstanceKey)
                .map(actor -> named(actor.name()))
                .orElseGet(() -> unknownInTheEnd(completed(processInstanceKey, elementId, elementInstanceKey)));
    }

    private boolean auditLogCounts() {
        if (completedBy == CompletedBy.ASSIGNEE) return false;
        boolean kept = auditLog.isKept();
        if (!kept && completedBy == CompletedBy.AUDIT_LOG) {
            throw new CannotSucceedException(
                    "Who completed this task must be read from Camunda's audit log (devolution.camunda.completed-by=audit-log), and this cluster has none: it is older than 8.9. "
                            + "Set it to auto, which relies on the assignee instead, and retry the step, or upgrade Camunda");
        }
        return kept;
    }

    private UserTask completed(long processInstanceKey, String elementId, long elementInstanceKey) {
        return camunda
                .newUserTaskSearchRequest()
                .filter(filter -> filter.processInstanceKey(processInstanceKey)
                        .elementId(elementId)
                        .elementInstanceKey(elementInstanceKey)
                        .state(UserTaskState.COMPLETED))
                .send()
                .join()
                .items()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotYetKnownException(elementId, processInstanceKey));
    }

    private String unknownInTheEnd(UserTask task) {
        if (task.getCompletionDate().toInstant().plus(NOTED_WITHIN).isAfter(clock.instant()))
            throw new NotYetKnownException(task.getElementId(), task.getProcessInstanceKey());
        return UNKNOWN;
    }

    private static String named(Optional<String> somebody) {
        return somebody.filter(name -> !name.isBlank()).orElse(UNKNOWN);
    }
}
