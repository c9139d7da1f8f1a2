package uk.gov.justice.probation.devolution.consultation.union;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.handover.ConsultationStages;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * The gate before every individual step. It opens only when the database holds the response and, for each union, its
 * feedback or the director's approval to go on without it. Handovers of the region that are waiting for it then go on.
 */
@Service
public class OpeningIndividualStage {
    private final ConsultationRepository consultations;
    private final UnionFeedbackRepository feedback;
    private final TradeUnionRepository unions;
    private final ConsultationStages stages;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    OpeningIndividualStage(
            ConsultationRepository consultations,
            UnionFeedbackRepository feedback,
            TradeUnionRepository unions,
            ConsultationStages stages,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.consultations = consultations;
        this.feedback = feedback;
        this.unions = unions;
        this.stages = stages;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws CannotSucceedException if feedback or the response is missing */
    @Transactional
    public void open(long consultationId) {
        Consultation consultation = consultations.lock(consultationId);
        if (consultation.isIndividual()) return;
        List<String> silent =
                unions.silent(consultationId).stream().map(TradeUnion::name).toList();
        consultation.openIndividualStage(feedback.existsByIdConsultationId(consultationId), silent, clock.instant());
        audit.record("system", "INDIVIDUAL_STAGE_OPENED", consultation.subject(), consultation.regionCode(), Map.of());
        stages.reached(consultation.regionCode(), Colleague.system());
        notifications.send(
                "individual-stage-" + consultationId,
                TaskGroup.of(Role.HR, consultation.regionSlug()).name(),
                "%s: the individual stage is open".formatted(consultation.title()),
                "One-to-ones begin. Schedule the events: the task is in Tasklist.",
                consultation.subject());
    }
}
