package uk.gov.justice.probation.devolution.termination;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/**
 * The first step of a termination, and of each later check: finds what is open, who owns the case now, and whether the
 * termination must wait for a handover.
 */
@Service
public class CollectingOpenWork {

    /** @param over whether nothing is left to do, because the case has ended or the termination was undone */
    public record Collected(
            Termination termination, ProbationCase probationCase, Owner owner, boolean over, OpenWork open) {
        public boolean frozen() {
            return owner.frozen();
        }
    }

    public static final TaskOnPage LOOK_AGAIN = TaskOnPage.of("case-termination", "Task_ClearBlocks", "looked");

    private final Terminations terminations;
    private final FindingOpenWork finding;
    private final EligibilityTable table;
    private final TerminationRoles roles;
    private final Cases cases;
    private final CaseOwners owners;
    private final TerminationDates dates;
    private final AuditTrail audit;

    CollectingOpenWork(
            Terminations terminations,
            FindingOpenWork finding,
            EligibilityTable table,
            TerminationRoles roles,
            Cases cases,
            CaseOwners owners,
            TerminationDates dates,
            AuditTrail audit) {
        this.terminations = terminations;
        this.finding = finding;
        this.table = table;
        this.roles = roles;
        this.cases = cases;
        this.owners = owners;
        this.dates = dates;
        this.audit = audit;
    }

    /** Whether this process instance is already working on the termination. */
    public boolean isBegunBy(long terminationId, long processInstanceKey) {
        return terminations.isProcess(terminationId, processInstanceKey);
    }

    /** What its process and its tasks are about. */
    @Transactional(readOnly = true)
    public TaskSubject about(long terminationId) {
        return new TaskSubject(
                "terminationId",
                terminationId,
                Termination.subject(terminationId),
                cases.get(terminations.caseOf(terminationId)).regionCode());
    }

    @Transactional
    public Collected collect(long terminationId, long processInstanceKey) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        Owner owner = owners.lock(probationCase.id(), StartingTerminations.SERVICE);
        Termination termination = terminations.lock(terminationId);
        boolean ended = probationCase.endedOn() != null;
        boolean over = ended || !termination.open();
        termination.collect(processInstanceKey, ended, owner.frozen(), dates.now());
        terminations.save(termination);
        return new Collected(termination, probationCase, owner, over, finding.of(probationCase, termination));
    }

    /**
     * Decides, from what is open now, how the case can end. What blocks it is saved for the managers' queue; the engine
     * is never given the reasons.
     *
     * @return the last decision if the termination is already over
     */
    @Transactional
    public Eligibility decide(long terminationId) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        Termination termination = terminations.lock(terminationId);
        OpenWork open = finding.of(probationCase, termination);
        Eligibility eligibility = termination.decide(table.eligibility(open), open.blockers(), dates.now());
        terminations.save(termination);
        return eligibility;
    }

    /** Records that a case administrator says that the blocker is settled. The process then checks again. */
    @Transactional
    public void looked(long terminationId, TaskAnswer answer) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        roles.mustAdminister(probationCase, answer.colleague());
        Termination termination = terminations.lock(terminationId);
        audit.recordOnce(
                "termination-looked-" + answer.taskInstance(),
                answer.by(),
                "TERMINATION_LOOKED_AT",
                termination.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn()));
    }
}
