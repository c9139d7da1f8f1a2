package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.unpaidwork.HoursComplete;

/** Starts the termination of a case and its process. A case has at most one at a time. */
@Service
public class StartingTerminations {
    public static final String SERVICE = "TERMINATIONS";

    private final Terminations terminations;
    private final Cases cases;
    private final CaseOwners owners;
    private final TerminationDates dates;
    private final AuditTrail audit;
    private final ExpectedCalls calls;

    StartingTerminations(
            Terminations terminations,
            Cases cases,
            CaseOwners owners,
            TerminationDates dates,
            AuditTrail audit,
            ExpectedCalls calls) {
        this.terminations = terminations;
        this.cases = cases;
        this.owners = owners;
        this.dates = dates;
        this.audit = audit;
        this.calls = calls;
    }

    /**
     * Starts a termination that was requested and confirmed.
     *
     * @param askedByInstance the process instance that carried the request; recognises a second delivery
     * @param by the colleague who confirmed it
     * @throws NotPossibleNow with a sentence for that colleague
     */
    @Transactional
    public long startByHand(String crn, int eventNumber, String regionCode, long askedByInstance, String by) {
        String name = crn.strip().toUpperCase(Locale.ROOT);
        ProbationCase found = cases.find(name, eventNumber)
                .orElseThrow(() -> new NotPossibleNow(
                        "There is no event %d of CRN %s here. Check both, or import the file 'cases' with it."
                                .formatted(eventNumber, name)));
        ProbationCase probationCase = cases.lock(found.id());
        Optional<Termination> running = terminations.lockOpen(probationCase.id());
        if (running.isPresent() && running.get().wasAskedBy(askedByInstance))
            return running.get().id();
        String obstacle = obstacle(probationCase, regionCode, running);
        if (obstacle != null) {
            throw new NotPossibleNow(
                    probationCase.limitedAccess()
                            ? "CRN %s: the termination cannot be started. Colleagues who can see the case can read why on the page of its terminations."
                                    .formatted(name)
                            : obstacle);
        }
        return start(probationCase, Cause.BY_HAND, null, dates.today(), askedByInstance, by)
                .id();
    }

    private String obstacle(ProbationCase probationCase, String regionCode, Optional<Termination> running) {
        if (!probationCase.regionCode().equals(regionCode))
            return "%s belongs to %s. Choose that region.".formatted(probationCase.text(), probationCase.regionName());
        if (probationCase.endedOn() != null)
            return "%s ended on %s. There is nothing to terminate."
                    .formatted(probationCase.text(), Deadlines.inWords(probationCase.endedOn()));
        if (running.isPresent())
            return "%s is already being terminated: termination %d."
                    .formatted(probationCase.text(), running.get().id());
        if (owners.find(probationCase.id(), SERVICE).isEmpty()) {
            return "No unit does terminations for %s. Import the file 'case-services' with it first."
                    .formatted(probationCase.text());
        }
        return null;
    }

    /**
     * An order's hours are complete, so its termination is due today if a region is responsible for it. Otherwise the
     * due list finds it once a region is.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(HoursComplete complete) {
        startIfDue(complete.caseId(), Cause.HOURS_COMPLETE, dates.today());
    }

    /**
     * @return whether it was started now: the case has not ended, none is running, and a region is responsible for its
     *     terminations and is not handing them over
     */
    @Transactional
    public boolean startIfDue(long caseId, Cause cause, LocalDate dueOn) {
        ProbationCase probationCase = cases.lock(caseId);
        if (probationCase.endedOn() != null || terminations.lockOpen(caseId).isPresent()) return false;
        Optional<Owner> owner = owners.find(caseId, SERVICE);
        if (owner.isEmpty() || !owner.get().region() || owner.get().frozen()) return false;
        start(probationCase, cause, null, dueOn, null, "system");
        return true;
    }

    /** Starts a termination for a locked case that has none running. */
    @Transactional(propagation = Propagation.MANDATORY)
    Termination start(
            ProbationCase probationCase,
            Cause cause,
            String reasonCode,
            LocalDate dueOn,
            Long askedByInstance,
            String by) {
        Termination started = terminations.save(new Termination(
                probationCase.id(), cause, reasonCode, dueOn, dates.overdueOn(dueOn), dates.now(), askedByInstance));
        audit.record(
                by,
                "TERMINATION_STARTED",
                started.subject(),
                probationCase.regionCode(),
                Map.of(
                        "crn",
                        probationCase.crn(),
                        "case",
                        probationCase.id(),
                        "cause",
                        cause,
                        "dueOn",
                        dueOn.toString()));
        calls.expect("case-termination", started.id(), started.id());
        started.begin();
        return terminations.save(started);
    }
}
