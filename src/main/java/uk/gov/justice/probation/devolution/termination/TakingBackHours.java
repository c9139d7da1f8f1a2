package uk.gov.justice.probation.devolution.termination;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.HoursTakenBack;
import uk.gov.justice.probation.devolution.unpaidwork.TellsTheCourt;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * The hours of an order, which were complete, are not. A termination that began because of them is withdrawn with its
 * tasks; one that began for another reason, or that another order needs, looks again at what is open.
 */
@Component
class TakingBackHours implements TellsTheCourt {
    private final Terminations terminations;
    private final Cases cases;
    private final Orders orders;
    private final TellingOthers telling;
    private final TerminationDates dates;

    TakingBackHours(
            Terminations terminations, Cases cases, Orders orders, TellingOthers telling, TerminationDates dates) {
        this.terminations = terminations;
        this.cases = cases;
        this.orders = orders;
        this.telling = telling;
        this.dates = dates;
    }

    @Override
    public boolean hasEnded(long caseId, long orderId) {
        return cases.get(caseId).endedOn() != null
                || terminations.unpaidWorkEnded(caseId).contains(orderId);
    }

    /** The case is locked. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(HoursTakenBack taken) {
        terminations.lockOpen(taken.caseId()).ifPresent(termination -> {
            if (termination.cause() == Cause.HOURS_COMPLETE && !anotherIsComplete(taken)) {
                ProbationCase probationCase = cases.get(taken.caseId());
                termination.withdraw(dates.now());
                telling.withdrawn(termination, probationCase);
            } else {
                termination.lookAgain(dates.now());
            }
            terminations.save(termination);
        });
    }

    private boolean anotherIsComplete(HoursTakenBack taken) {
        return orders.ofCase(taken.caseId()).stream()
                .anyMatch(order -> order.id() != taken.orderId() && order.state() == OrderState.COMPLETE);
    }
}
