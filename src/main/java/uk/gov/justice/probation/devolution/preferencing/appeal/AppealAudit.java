package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.consultation.Consultations;

/** Records who did what about an appeal, in the audit of the consultation's region. */
@Component
class AppealAudit {
    private final Consultations consultations;
    private final AuditTrail audit;

    AppealAudit(Consultations consultations, AuditTrail audit) {
        this.consultations = consultations;
        this.audit = audit;
    }

    void record(Appeal appeal, String actor, String action, Map<String, ?> facts) {
        audit.record(
                actor,
                action,
                appeal.subject(),
                consultations.get(appeal.consultationId()).regionCode(),
                facts);
    }

    /** Records a step of the appeal. The facts include whose appeal it is. */
    void step(Appeal appeal, String actor, String action, Map<String, ?> facts) {
        Map<String, Object> all =
                new LinkedHashMap<>(Map.of("consultation", appeal.consultationId(), "member", appeal.memberId()));
        all.putAll(facts);
        record(appeal, actor, action, all);
    }
}
