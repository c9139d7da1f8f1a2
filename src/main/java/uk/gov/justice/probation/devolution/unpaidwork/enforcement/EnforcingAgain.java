package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderRunsAgain;

/** The process that runs an order again goes on with the enforcement that the one before was in the middle of. */
@Component
class EnforcingAgain {
    private final Enforcements enforcements;

    EnforcingAgain(Enforcements enforcements) {
        this.enforcements = enforcements;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(OrderRunsAgain again) {
        enforcements.restore(again.orderId(), again.orderVersion());
    }
}
