package uk.gov.justice.probation.devolution.termination;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Records the outcome of each component, entered on our page by a case administrator of the unit that does the
 * terminations. Each component that has run its course needs one before the case goes to its reviews. If the whole
 * event ends, the event needs one too.
 */
@Service
public class GivingEvidence {

    public static final TaskOnPage TASK = TaskOnPage.of("case-termination", "Task_Evidence", "evidenceOnPage");

    /** A way a component can end. */
    public record PossibleOutcome(String code, String name) {}

    private final Terminations terminations;
    private final FindingOpenWork finding;
    private final TerminationCodesQuery codes;
    private final Cases cases;
    private final TerminationRoles roles;
    private final TerminationDates dates;
    private final AuditTrail audit;

    GivingEvidence(
            Terminations terminations,
            FindingOpenWork finding,
            TerminationCodesQuery codes,
            Cases cases,
            TerminationRoles roles,
            TerminationDates dates,
            AuditTrail audit) {
        this.terminations = terminations;
        this.finding = finding;
        this.codes = codes;
        this.cases = cases;
        this.roles = roles;
        this.dates = dates;
        this.audit = audit;
    }

    public List<PossibleOutcome> outcomes() {
        return codes.reasons().stream()
                .map(reason -> new PossibleOutcome(reason.code(), reason.name()))
                .toList();
    }

    /** What can be given an outcome, with the outcome it has now. */
    @Transactional(readOnly = true)
    public List<EvidenceLine> lines(Termination termination, ProbationCase probationCase) {
        return terminations.get(termination.id()).lines(probationCase, finding.of(probationCase, termination));
    }

    /**
     * Saves the outcomes. An empty code removes the outcome given before.
     *
     * @param outcomes codes by {@link CasePart#key()}
     * @throws NotAllowedException if the colleague does not administer the case
     * @throws NotPossibleNow if the termination is not waiting for evidence, or an outcome is unknown
     */
    @Transactional
    public void give(long terminationId, Map<String, String> outcomes, Colleague by) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        roles.mustAdminister(probationCase, by);
        Termination termination = terminations.lock(terminationId);
        termination.mustStandAt(TerminationState.EVIDENCE, "evidence", probationCase);
        List<CasePart> parts = lines(termination, probationCase).stream()
                .map(EvidenceLine::component)
                .toList();
        mustBeKnown(parts, outcomes);
        int given = termination.give(parts, outcomes, by.userName(), dates.now());
        terminations.save(termination);
        audit.record(
                by.userName(),
                "TERMINATION_EVIDENCE_GIVEN",
                termination.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn(), "changed", given));
    }

    /**
     * Saves the outcomes, with which the evidence is to be complete.
     *
     * @throws BreaksRules if an outcome is missing, which completing the task would bring back
     */
    @Transactional
    public void giveAll(long terminationId, Map<String, String> outcomes, Colleague by) {
        give(terminationId, outcomes, by);
        Termination termination = terminations.get(terminationId);
        List<EvidenceLine> lines = lines(termination, cases.get(termination.caseId()));
        lines.stream().filter(EvidenceLine::isMissing).findFirst().ifPresent(missing -> {
            throw new BreaksRules(
                    "outcome-" + missing.component().key(),
                    "Choose how it ended: %s".formatted(missing.component().title()));
        });
        if (!termination.isEvidenceComplete(lines)) throw new BreaksRules("Choose how at least one component ended");
    }

    private void mustBeKnown(List<CasePart> parts, Map<String, String> outcomes) {
        Set<String> known = codes.names().keySet();
        parts.stream()
                .map(part -> outcomes.getOrDefault(part.key(), ""))
                .filter(outcome -> !outcome.isEmpty() && !known.contains(outcome))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new BreaksRules("'%s' is not an outcome. Choose one from the list.".formatted(unknown));
                });
    }

    /**
     * Completes the step once the evidence is complete.
     *
     * @throws NotPossibleNow with a sentence if it is not
     */
    @Transactional
    public void complete(long terminationId, boolean onPage, TaskAnswer answer) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        Termination termination = terminations.lock(terminationId);
        if (termination.state() != TerminationState.EVIDENCE) return;
        roles.mustAdminister(probationCase, answer.colleague());
        if (!onPage)
            throw new NotPossibleNow(
                    "Record the outcome of each component on the page of the termination, then complete this task again.");
        termination.completeEvidence(lines(termination, probationCase), probationCase);
        terminations.save(termination);
        audit.record(
                answer.by(),
                "TERMINATION_EVIDENCE_COMPLETE",
                termination.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn()));
    }
}
