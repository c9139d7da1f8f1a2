package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/**
 * Ends a case once its components have ended: first the event, then the appointments. The state before is remembered,
 * so that the case can be reopened as it was. Each step takes effect once. The unit that provides a service for the
 * case does not change, because it answers later questions about the case and reopens it if necessary.
 */
@Service
public class EndingCases {
    private final Terminations terminations;
    private final ClosingComponents closing;
    private final CaseEvents events;
    private final Cases cases;
    private final WorkloadBatch workloads;
    private final TerminationDates dates;
    private final AuditTrail audit;

    EndingCases(
            Terminations terminations,
            ClosingComponents closing,
            CaseEvents events,
            Cases cases,
            WorkloadBatch workloads,
            TerminationDates dates,
            AuditTrail audit) {
        this.terminations = terminations;
        this.closing = closing;
        this.events = events;
        this.cases = cases;
        this.workloads = workloads;
        this.dates = dates;
        this.audit = audit;
    }

    /** Ends the event, dated on the day on which the case ended. */
    @Transactional
    public void endEvent(long terminationId) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        Termination termination = terminations.lockWhole(terminationId);
        if (!termination.open() || probationCase.endedOn() != null) return;
        LocalDate endedOn = events.endedOn(termination, probationCase);
        String reason = termination.endEvent(probationCase, dates.now());
        terminations.save(termination);
        cases.end(probationCase.id(), endedOn, reason);
        audit.record(
                "system",
                "EVENT_ENDED",
                probationCase.subject(),
                probationCase.regionCode(),
                Map.of(
                        "crn",
                        probationCase.crn(),
                        "termination",
                        terminationId,
                        "endedOn",
                        endedOn.toString(),
                        "reason",
                        reason));
    }

    /** Closes the appointments that are still open. */
    @Transactional
    public void closeAppointments(long terminationId) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        Termination termination = terminations.lockWhole(terminationId);
        if (!termination.open()) return;
        closing.closeTheRest(termination, probationCase, dates.now());
        terminations.save(termination);
    }

    /** The last step: recalculates the practitioner's workload and completes the termination. */
    @Transactional
    public void recalculateWorkload(long terminationId) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        Termination termination = terminations.lock(terminationId);
        if (!termination.open()) return;
        workloads.recalculate(probationCase.practitioner());
        termination.terminated(dates.now());
        terminations.save(termination);
        audit.record(
                "system",
                "TERMINATED",
                termination.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn()));
    }
}
