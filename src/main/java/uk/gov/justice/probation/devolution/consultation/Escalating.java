package uk.gov.justice.probation.devolution.consultation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** Informs those who can help, once, that a step of a consultation is late. Nothing is stopped. */
@Service
public class Escalating {

    /**
     * The steps that can be late, with who is informed and what is late. The director is informed of HR's tasks, and HR
     * of the director's.
     */
    public enum Step {
        SCOPE(Role.RPD, "The scope has not been set out"),
        HR1(Role.RPD, "Form HR1 has not been sent"),
        MISSING_FEEDBACK(Role.HR, "The director has not decided about missing feedback"),
        RESPONSE(Role.HR, "The director has not responded to the unions"),
        EVENTS(Role.RPD, "The events have not been scheduled"),
        ANSWERS(Role.RPD, "The questions have not been answered"),
        OUTCOME(Role.HR, "The director has not decided the outcome");

        private final Role role;
        private final String late;

        Step(Role role, String late) {
            this.role = role;
            this.late = late;
        }
    }

    private final Consultations consultations;
    private final Notifications notifications;

    Escalating(Consultations consultations, Notifications notifications) {
        this.consultations = consultations;
        this.notifications = notifications;
    }

    @Transactional
    public void escalate(long consultationId, Step step) {
        Facts consultation = consultations.get(consultationId);
        notifications.send(
                "escalated-%d-%s".formatted(consultationId, step),
                TaskGroup.of(step.role, consultation.regionSlug()).name(),
                "%s: a step is late".formatted(consultation.title()),
                "%s. The task is in Tasklist.".formatted(step.late),
                consultation.subject());
    }
}
