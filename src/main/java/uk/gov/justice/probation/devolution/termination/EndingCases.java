package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;

/**
 * Ends a case after its components: the event, then the appointments. The former state of what is closed is kept, so
 * that a reopening restores it. Each step is done once. Which unit does a service for the case stays as it is: it
 * answers for the case when somebody asks, or reopens it.
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

    /** Ends the event on the day it ended. */
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

    /** Closes what is open of the event besides its components. */
    @Transactional
    public void closeAppointments(long terminationId) {
        ProbationCase probationCase = cases.lock(terminations.caseOf(terminationId));
        Termination termination = terminations.lockWhole(terminationId);
        if (!termination.open()) return;
        closing.closeTheRest(termination, probationCase, dates.now());
        terminations.save(termination);
    }

    /** The last step: the practitioner carries less, and the termination is done. */
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
