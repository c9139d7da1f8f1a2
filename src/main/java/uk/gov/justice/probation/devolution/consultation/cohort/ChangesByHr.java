package uk.gov.justice.probation.devolution.consultation.cohort;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * What all changes of participants and their dates have in common: HR of the region makes them while the consultation
 * is running, they are audited, and the engine is informed.
 */
@Component
class ChangesByHr {
    private final Consultations consultations;
    private final Cohorts cohorts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ChangesByHr(Consultations consultations, Cohorts cohorts, AuditTrail audit, ApplicationEventPublisher events) {
        this.consultations = consultations;
        this.cohorts = cohorts;
        this.audit = audit;
        this.events = events;
    }

    /** The consultation in which the member takes part, locked until the transaction ends. */
    Facts lockOf(long memberId, Colleague by) {
        return lock(cohorts.get(memberId).consultationId(), by);
    }

    /** @throws NotPossibleNow if it is closed */
    Facts lock(long consultationId, Colleague by) {
        Facts consultation = consultations.lock(consultationId);
        by.mustHold(Role.HR, consultation.regionCode(), "change who takes part in " + consultation.title());
        if (consultation.state().ended()) throw new NotPossibleNow("'%s' is closed.".formatted(consultation.title()));
        return consultation;
    }

    void audit(Facts consultation, String action, long memberId, Colleague by) {
        audit.record(
                by.userName(), action, consultation.subject(), consultation.regionCode(), Map.of("member", memberId));
    }

    void tellEngine(EngineMessage message) {
        events.publishEvent(message);
    }
}
