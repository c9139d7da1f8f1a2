package uk.gov.justice.probation.devolution.termination;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseComponent;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/** Ends the components of a case, each with the outcome it was given, before the event ends. */
@Service
public class EndingComponents {
    private final Terminations terminations;
    private final FindingOpenWork finding;
    private final EligibilityTable table;
    private final ClosingComponents closing;
    private final Cases cases;
    private final CaseOwners owners;
    private final TerminationDates dates;
    private final AuditTrail audit;

    EndingComponents(
            Terminations terminations,
            FindingOpenWork finding,
            EligibilityTable table,
            ClosingComponents closing,
            Cases cases,
            CaseOwners owners,
            TerminationDates dates,
            AuditTrail audit) {
        this.terminations = terminations;
        this.finding = finding;
        this.table = table;
        this.closing = closing;
        this.cases = cases;
        this.owners = owners;
        this.dates = dates;
        this.audit = audit;
    }

    /**
     * Ends the components, provided that nothing has changed since the decision: the case is not being handed over,
     * nothing blocks it, and every component has its outcome. Takes effect once.
     *
     * @return false if something has changed and the process must check again
     */
    @Transactional
    public boolean end(long terminationId) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        boolean frozen =
                owners.lock(probationCase.id(), StartingTerminations.SERVICE).frozen();
        Termination termination = terminations.lockWhole(terminationId);
        if (termination.hasEndedComponents()) return true;
        List<CaseComponent> held = closing.hold(probationCase);
        OpenWork open = finding.of(probationCase, termination);
        if (frozen || !termination.mayEnd(table.eligibility(open), termination.lines(probationCase, open)))
            return false;
        Instant now = dates.now();
        closing.end(termination, probationCase, held, open.components(), now);
        termination.componentsEnded(now);
        terminations.save(termination);
        audit.record(
                "system",
                "COMPONENTS_ENDED",
                termination.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn(), "outcomes", termination.outcomesGiven()));
        return true;
    }
}
