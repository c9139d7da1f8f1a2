package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;

/**
 * Ends an order: its hours are complete, which its termination waits for, or it goes back to the court with hours left.
 */
@Service
public class CompletingOrders {
    private final Orders orders;
    private final OrderSteps steps;
    private final Clock clock;

    CompletingOrders(Orders orders, OrderSteps steps, Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Like {@link #complete(long)}, for a process instance. If the completion was taken back since, another one runs
     * the order, and nothing changes.
     */
    @Transactional
    public boolean complete(long orderId, long processInstance) {
        return !steps.lockWithCase(orderId).order().isRunBy(processInstance) || complete(orderId);
    }

    /** @return whether the hours are complete; otherwise the order has gone back to the court */
    @Transactional
    public boolean complete(long orderId) {
        Locked locked = steps.lockWithCase(orderId);
        Order order = locked.order();
        if (order.state().ended()) return order.state() == OrderState.COMPLETE;
        if (order.hoursComplete()) {
            order.complete(clock.instant());
            steps.audit(locked, "system", "ORDER_COMPLETE", Map.of("credited", order.minutesCredited()));
        } else {
            order.returnToCourt();
            steps.audit(locked, "system", "ORDER_BACK_TO_COURT", Map.of("left", order.minutesLeft()));
        }
        orders.save(order);
        return order.state() == OrderState.COMPLETE;
    }
}
