package uk.gov.justice.probation.devolution.preferencing.appeal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.confidential.ConfidentialRecords;
import uk.gov.justice.probation.devolution.consultation.ConsultationClosed;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.StaffLeft;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placements;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * What still has to happen for appeals as a consultation goes on: HR learns of a place that becomes free while somebody
 * is waiting for one, and grounds and reasons are erased in time.
 */
@Component
class AfterAppeals {
    private final AppealRepository appeals;
    private final Consultations consultations;
    private final Placements placements;
    private final Options options;
    private final ConfidentialRecords records;
    private final Notifications notifications;

    AfterAppeals(
            AppealRepository appeals,
            Consultations consultations,
            Placements placements,
            Options options,
            ConfidentialRecords records,
            Notifications notifications) {
        this.appeals = appeals;
        this.consultations = consultations;
        this.placements = placements;
        this.options = options;
        this.records = records;
        this.notifications = notifications;
    }

    /** Somebody leaves: their place can be offered to people whose upheld appeals are waiting for a vacancy. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(StaffLeft left) {
        Long freed = placements.of(left.memberId()).map(Placement::optionId).orElse(null);
        int waiting = freed == null ? 0 : appeals.countWaitingForPlace(left.consultationId());
        if (waiting == 0) return;
        Facts consultation = consultations.get(left.consultationId());
        notifications.send(
                "place-freed-" + left.memberId(),
                TaskGroup.of(Role.HR, consultation.regionSlug()).name(),
                "%s: a place has become free".formatted(consultation.title()),
                "A place has become free: %s. People whose appeals were upheld and who wait for a better place: %d. Check on the appeals page whether it is one of their choices, and offer it."
                        .formatted(options.get(freed).name(), waiting),
                consultation.subject());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(ConsultationClosed closed) {
        appeals.findByConsultationId(closed.consultationId()).forEach(appeal -> {
            records.eraseAfter(appeal.subject(), closed.eraseAfter());
            records.eraseAfter(AppealStep.ADMISSION.about(appeal), closed.eraseAfter());
        });
    }
}
