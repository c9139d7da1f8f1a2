package uk.gov.justice.probation.devolution.termination;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.unpaidwork.EnforcementClosed;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomeSettled;

/** When the blocker of a termination may be gone, lets its process check again without waiting for its timer. */
@Component
class Unblocking {
    private final Terminations terminations;
    private final TerminationDates dates;

    Unblocking(Terminations terminations, TerminationDates dates) {
        this.terminations = terminations;
        this.dates = dates;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(OutcomeSettled settled) {
        lookAgain(settled.caseId());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(EnforcementClosed closed) {
        lookAgain(closed.caseId());
    }

    private void lookAgain(long caseId) {
        terminations.openOf(caseId).ifPresent(termination -> {
            termination.mayBeUnblocked(dates.now());
            terminations.save(termination);
        });
    }
}
