package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Reminds the appeal panel, and informs HR and the panel's chair if a step of an appeal is late. Each message is sent
 * once and gives the appeal's number but no names. Nothing is stopped.
 */
@Service
public class AppealReminders {
    private static final Map<String, String> LATE_STEPS = Map.of(
            "LATE", "The chair has not yet decided whether this late appeal is admitted.",
            "REVIEW", "The appeal has not yet been reviewed by an independent manager.",
            "PANEL", "The appeal panel has not yet decided.",
            "ARRANGE", "The appeal was upheld, and HR has not yet arranged what happens.");

    private final AppealRepository appeals;
    private final Consultations consultations;
    private final Notifications notifications;

    AppealReminders(AppealRepository appeals, Consultations consultations, Notifications notifications) {
        this.appeals = appeals;
        this.consultations = consultations;
        this.notifications = notifications;
    }

    @Transactional
    public void remindPanel(long appealId) {
        Appeal appeal = appeals.get(appealId);
        Facts consultation = consultations.get(appeal.consultationId());
        notifications.send(
                "appeal-reminder-" + appealId,
                TaskGroup.of(Role.APPEAL_PANEL, consultation.regionSlug()).name(),
                "Appeal %d of %s waits for you".formatted(appealId, consultation.title()),
                "The panel's decision is due soon. Read the appeal on its page and decide in Tasklist.",
                appeal.subject());
    }

    /** @param step LATE, REVIEW, PANEL or ARRANGE */
    @Transactional
    public void escalate(long appealId, String step) {
        Appeal appeal = appeals.get(appealId);
        Facts consultation = consultations.get(appeal.consultationId());
        String body = LATE_STEPS.getOrDefault(step, "A step of it is late.") + " Speak to the people whose task it is.";
        for (Role role : List.of(Role.HR, Role.APPEAL_CHAIR)) {
            notifications.send(
                    "appeal-overdue-%d-%s-%s-".formatted(appealId, step, role.word()),
                    TaskGroup.of(role, consultation.regionSlug()).name(),
                    "Appeal %d of %s is overdue".formatted(appealId, consultation.title()),
                    body,
                    appeal.subject());
        }
    }
}
