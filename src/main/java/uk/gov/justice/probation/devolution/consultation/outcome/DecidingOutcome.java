package uk.gov.justice.probation.devolution.consultation.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures.Figures;
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

    /** What the director's decision is based on, as Markdown list items. */
    @Transactional
    public String prepare(long consultationId) {
        consultations.lock(consultationId).goOnTo(ConsultationState.DECISION);
        List<String> lines = new ArrayList<>();
        figures(consultationId).ifPresent(came -> {
            int people = came.placed() + came.unplaced();
            lines.add("- **First choice:** %d of %d people".formatted(came.firstChoices(), people));
            if (came.worstRank() > 0)
                lines.add("- **Lowest choice anybody has:** number %d".formatted(came.worstRank()));
            lines.add("- **Moved by the panel:** %d".formatted(came.movedByPanel()));
            lines.add("- **Could not be reached:** %d".formatted(came.unavailable()));
            lines.add("- **Places offered:** %d".formatted(came.places()));
        });
        return String.join("\n", lines);
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
        figures(consultationId).ifPresent(came -> facts.put("figures", came));
        if (note != null && !note.isBlank()) facts.put("note", note);
        audit.recordOnce(
                "outcome-" + by.taskInstance(),
                by.by(),
                "OUTCOME_" + decision,
                consultation.subject(),
                consultation.regionCode(),
                facts);
    }

    private Optional<Figures> figures(long consultationId) {
        return Optional.ofNullable(figures.getIfAvailable()).map(provider -> provider.figures(consultationId));
    }
}
