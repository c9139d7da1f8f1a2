package uk.gov.justice.probation.devolution.consultation.outcome;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures.Published;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Role;

/** The Regional Probation Director confirms the outcome or returns it to the panel. */
@Service
public class DecidingOutcome {

    private static final int LONGEST_NOTE = 1000;

    private final ConsultationRepository consultations;
    private final ObjectProvider<PreferencingFigures> figures;
    private final AuditTrail audit;

    DecidingOutcome(
            ConsultationRepository consultations, ObjectProvider<PreferencingFigures> figures, AuditTrail audit) {
        this.consultations = consultations;
        this.figures = figures;
        this.audit = audit;
    }

    @Transactional
    public void prepare(long consultationId) {
        consultations.lock(consultationId).goOnTo(ConsultationState.DECISION);
    }

    /**
     * Records whether the Regional Probation Director confirms the outcome or returns it to the panel.
     *
     * @param decision CONFIRM or RETURN
     * @param note about the outcome as a whole
     * @throws BreaksRules with a reason if the decision cannot be accepted
     */
    @Transactional
    public void decide(long consultationId, String decision, String note, TaskAnswer by) {
        Consultation consultation = consultations.lock(consultationId);
        if (audit.isRecorded("outcome-" + by.taskInstance())) return;
        by.mustHold(Role.RPD, consultation.regionCode(), "decide the outcome of a consultation");
        boolean returned = "RETURN".equals(decision);
        if (!returned && !"CONFIRM".equals(decision))
            throw new BreaksRules("Choose whether you confirm the outcome or give it back to the panel.");
        if (returned && (note == null || note.isBlank()))
            throw new BreaksRules("Enter what the panel should look at again.");
        if (note != null && note.length() > LONGEST_NOTE)
            throw new BreaksRules(
                    "What you write to the panel must be %,d characters or fewer.".formatted(LONGEST_NOTE));
        if (returned) consultation.outcomeReturned(by.by(), note);
        else consultation.outcomeConfirmed(by.by(), note);
        Map<String, Object> facts = new LinkedHashMap<>();
        published(consultationId).ifPresent(came -> facts.put("figures", came));
        if (note != null && !note.isBlank()) facts.put("note", note);
        audit.recordOnce(
                "outcome-" + by.taskInstance(),
                by.by(),
                "OUTCOME_" + decision,
                consultation.subject(),
                consultation.regionCode(),
                facts);
    }

    private Optional<Published> published(long consultationId) {
        return Optional.ofNullable(figures.getIfAvailable()).map(provider -> provider.published(consultationId));
    }
}
