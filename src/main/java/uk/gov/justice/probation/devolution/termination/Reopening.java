package uk.gov.justice.probation.devolution.termination;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.confidential.Sealed;
import uk.gov.justice.probation.devolution.confidential.Sealing;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Reopens a case: restores everything that its last termination closed, in one transaction (ADR 0042). A termination
 * started by an event such as a death can also be undone while it is running. A death or deportation ended every event
 * of the person, so taking it back for one takes it back for all (ADR 109). Letters about the end are withdrawn, the
 * workload is recalculated, and the due list leaves the case alone for a set time.
 */
@Service
public class Reopening {
    /** In characters. */
    public static final int REASON_AT_MOST = 1000;

    static final Role[] REOPENERS = {Role.CASE_ADMIN, Role.SPO};

    private final Terminations terminations;
    private final RestoringCases restoring;
    private final TellingOthers telling;
    private final Cases cases;
    private final CaseAccess access;
    private final Sealing sealing;
    private final TerminationDates dates;
    private final AuditTrail audit;

    Reopening(
            Terminations terminations,
            RestoringCases restoring,
            TellingOthers telling,
            Cases cases,
            CaseAccess access,
            Sealing sealing,
            TerminationDates dates,
            AuditTrail audit) {
        this.terminations = terminations;
        this.restoring = restoring;
        this.telling = telling;
        this.cases = cases;
        this.access = access;
        this.sealing = sealing;
        this.dates = dates;
        this.audit = audit;
    }

    /**
     * @param reason stored encrypted
     * @return the id of the termination that was undone
     * @throws NotFound if there is no such case
     * @throws NotAllowedException if the colleague may not reopen it
     * @throws NotPossibleNow if there is nothing to reopen
     */
    @Transactional
    public long reopen(String crn, int eventNumber, String reason, Colleague by) {
        ProbationCase found = cases.find(crn, eventNumber)
                .orElseThrow(() -> new NotFound("There is no event %d of CRN %s.".formatted(eventNumber, crn)));
        access.mustWorkOn(found, by, REOPENERS);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) throw new BreaksRules("Enter why the case is reopened.");
        if (why.length() > REASON_AT_MOST)
            throw new BreaksRules("The reason must be %,d characters or fewer.".formatted(REASON_AT_MOST));
        ProbationCase probationCase = cases.lockPerson(found.id());
        Termination termination = lastToReopen(probationCase.id())
                .orElseThrow(() -> new NotPossibleNow(
                        "%s has no termination that can be taken back.".formatted(probationCase.text())));
        List<ProbationCase> ended =
                termination.endsThePerson() ? cases.events(probationCase.crn()) : List.of(probationCase);
        restoring.lockOrders(ended.stream().map(ProbationCase::id).toList());
        reopen(probationCase, termination, why, by);
        ended.stream()
                .filter(event -> event.id() != probationCase.id())
                .forEach(event -> takeBack(event, termination.reasonCode(), why, by));
        return termination.id();
    }

    /** Takes back what ended the person's other events, and nothing that ended this one for another reason. */
    private void takeBack(ProbationCase event, String type, String why, Colleague by) {
        lastToReopen(event.id())
                .filter(termination ->
                        termination.byEvent() && termination.reasonCode().equals(type))
                .ifPresentOrElse(
                        termination -> reopen(event, termination, why, by), () -> restoring.takeBack(event, type));
    }

    private Optional<Termination> lastToReopen(long caseId) {
        return terminations.lockLast(caseId).filter(Termination::canBeReopened);
    }

    private void reopen(ProbationCase probationCase, Termination termination, String why, Colleague by) {
        restoring.restore(
                probationCase,
                termination.reopen(sealed(termination.id(), why), dates.restsUntil(), by.userName(), dates.now()));
        terminations.save(termination);
        telling.reopened(termination, probationCase);
        audit.record(
                by.userName(),
                "CASE_REOPENED",
                probationCase.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn(), "termination", termination.id()));
    }

    /** Whether the colleague can now reopen the case of the termination. */
    boolean mayReopen(Termination termination, ProbationCase probationCase, Colleague by) {
        return terminations.lastOf(probationCase.id()) == termination.id()
                && termination.canBeReopened()
                && access.mayWorkOn(probationCase, by, REOPENERS);
    }

    /** Why the case was reopened; empty if it was not. Only for colleagues who may see the case. */
    String reason(long terminationId) {
        byte[] sealed = terminations.get(terminationId).sealedReopenReason();
        return sealed == null
                ? ""
                : new String(sealing.open(Sealed.of(sealed), place(terminationId)), StandardCharsets.UTF_8);
    }

    private byte[] sealed(long terminationId, String reason) {
        return sealing.seal(reason.getBytes(StandardCharsets.UTF_8), place(terminationId))
                .bytes();
    }

    private static String place(long terminationId) {
        return "termination/%d/reopen".formatted(terminationId);
    }
}
