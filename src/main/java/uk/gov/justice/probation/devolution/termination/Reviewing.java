package uk.gov.justice.probation.devolution.termination;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/**
 * The practitioner's final review and, if risk, MAPPA or outstanding hours require it, the senior probation officer's
 * agreement. Each takes effect once.
 */
@Service
public class Reviewing {
    private final Terminations terminations;
    private final FindingOpenWork finding;
    private final Cases cases;
    private final TerminationRoles roles;
    private final TerminationDates dates;
    private final AuditTrail audit;

    Reviewing(
            Terminations terminations,
            FindingOpenWork finding,
            Cases cases,
            TerminationRoles roles,
            TerminationDates dates,
            AuditTrail audit) {
        this.terminations = terminations;
        this.finding = finding;
        this.cases = cases;
        this.roles = roles;
        this.dates = dates;
        this.audit = audit;
    }

    /**
     * Records the practitioner's review.
     *
     * @param decision AGREE or SEND_BACK
     * @return whether a senior probation officer must agree too
     */
    @Transactional
    public boolean review(long terminationId, String decision, TaskAnswer answer) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        Termination termination = terminations.lock(terminationId);
        boolean needsSpo = finding.of(probationCase, termination).needsSpo();
        if (termination.state() != TerminationState.REVIEW)
            return termination.state() == TerminationState.SPO || needsSpo;
        roles.mustManage(probationCase, answer.colleague());
        boolean agreed = agrees(decision);
        termination.review(agreed, needsSpo, answer.by(), dates.now());
        terminations.save(termination);
        record(
                termination,
                probationCase,
                agreed ? "TERMINATION_REVIEWED" : "TERMINATION_SENT_BACK",
                TerminationState.REVIEW,
                answer);
        return needsSpo;
    }

    /**
     * Records the senior probation officer's answer.
     *
     * @param decision AGREE or SEND_BACK
     * @throws NotPossibleNow with a sentence if the answer cannot be accepted
     */
    @Transactional
    public void agree(long terminationId, String decision, TaskAnswer answer) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        Termination termination = terminations.lock(terminationId);
        if (termination.state() != TerminationState.SPO) return;
        roles.mustAgree(probationCase, answer.colleague());
        boolean agreed = agrees(decision);
        termination.agree(agreed, answer.by(), dates.now());
        terminations.save(termination);
        record(
                termination,
                probationCase,
                agreed ? "TERMINATION_AGREED" : "TERMINATION_SENT_BACK",
                TerminationState.SPO,
                answer);
    }

    private void record(
            Termination termination,
            ProbationCase probationCase,
            String action,
            TerminationState step,
            TaskAnswer answer) {
        audit.record(
                answer.by(),
                action,
                termination.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn(), "step", step));
    }

    private static boolean agrees(String decision) {
        return switch (String.valueOf(decision)) {
            case "AGREE" -> true;
            case "SEND_BACK" -> false;
            default -> throw new BreaksRules("Choose whether you agree or send it back.");
        };
    }
}
