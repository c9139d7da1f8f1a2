package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Audits answers from people whose task it was not. After three of them for one task, informs the manager of the
 * region's work.
 */
@Component
class RefusedAnswers {
    private static final int PATIENCE = 3;
    /** What was sent may be of any length; the audit keeps the beginning. */
    private static final int KEPT = 300;

    private final AuditTrail audit;
    private final Notifications notifications;
    private final RefusedAnswerRepository refused;

    RefusedAnswers(AuditTrail audit, Notifications notifications, RefusedAnswerRepository refused) {
        this.audit = audit;
        this.notifications = notifications;
        this.refused = refused;
    }

    boolean isRefused(ActivatedJob listener) {
        return refused.existsById(listener.getElementInstanceKey());
    }

    /** @param why for the audit only, because it may name the person */
    @Transactional
    void record(ActivatedJob listener, TaskSubject subject, String by, String why) {
        if (refused.recordOnce(
                        listener.getElementInstanceKey(), listener.getProcessInstanceKey(), listener.getElementId())
                == 0) return;
        audit.record(
                by,
                "TASK_ANSWER_REFUSED",
                subject.about(),
                subject.regionCode(),
                Map.of("task", listener.getElementId(), "why", why.substring(0, Math.min(KEPT, why.length()))));
        if (refused.countByProcessInstanceKeyAndElementId(listener.getProcessInstanceKey(), listener.getElementId())
                == PATIENCE) tellManager(listener, subject);
    }

    private void tellManager(ActivatedJob listener, TaskSubject subject) {
        String group = subject.regionCode() == null
                ? TaskGroup.of(Role.PSC_SERVICE_OWNER).name()
                : TaskGroup.of(Role.HEAD_OF_OPERATIONS, subject.regionCode()).name();
        notifications.send(
                "refused-%d-%s".formatted(listener.getProcessInstanceKey(), listener.getElementId()),
                group,
                "A task was answered three times by people whose task it is not",
                "None of those answers was saved, and the task is open again for its group. The audit of %s says who tried. Speak with them, and make sure that the right person does the task."
                        .formatted(subject.about()),
                subject.about());
    }
}
