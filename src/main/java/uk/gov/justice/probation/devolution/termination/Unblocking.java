package uk.gov.justice.probation.devolution.termination;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.unpaidwork.EnforcementClosed;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomeSettled;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomesSettled;

/** When the blocker of a termination may be gone, lets its process check again without waiting for its timer. */
@Component
class Unblocking {
    private final Terminations terminations;
    private final TerminationDates dates;
    private final ApplicationEventPublisher events;

    Unblocking(Terminations terminations, TerminationDates dates, ApplicationEventPublisher events) {
        this.terminations = terminations;
        this.dates = dates;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(OutcomeSettled settled) {
        lookAgain(settled.caseId());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(OutcomesSettled settled) {
        terminations
                .openIn(settled.caseIds(), TerminationState.LOOKING_AT_OPEN_WORK)
                .forEach(this::unblocked);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(EnforcementClosed closed) {
        lookAgain(closed.caseId());
    }

    /** Thousands of cases in one transaction, if a file settles them: no termination is kept in it. */
    private void lookAgain(long caseId) {
        terminations.openIn(caseId, TerminationState.LOOKING_AT_OPEN_WORK).ifPresent(this::unblocked);
    }

    private void unblocked(long terminationId) {
        events.publishEvent(TerminationMessages.unblocked(terminationId, dates.now()));
    }
}
