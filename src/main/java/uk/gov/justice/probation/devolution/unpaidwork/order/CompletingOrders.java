package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.unpaidwork.HoursComplete;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;

/** Ends an order whose hours are complete, which its termination waits for, or that goes back to the court with hours left. */
@Service
public class CompletingOrders {
  private final Orders orders;
  private final OrderSteps steps;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CompletingOrders(Orders orders, OrderSteps steps, ApplicationEventPublisher events, Clock clock) {
    this.orders = orders;
    this.steps = steps;
    this.events = events;
    this.clock = clock;
  }

  /** @return whether the hours are complete; otherwise the order is back at the court */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public boolean complete(long orderId) {
    Locked locked = steps.lock(orderId);
    Order order = locked.order();
    if (order.state().ended()) return order.state() == OrderState.COMPLETE;
    if (order.hoursComplete()) {
      orders.change(orderId).set("state", OrderState.COMPLETE).set("status", "HC").set("completed_at", clock.instant()).save();
      steps.audit(locked, "system", "ORDER_COMPLETE", Map.of("credited", order.minutesCredited()));
      events.publishEvent(new HoursComplete(orderId, order.caseId()));
      return true;
    }
    orders.change(orderId).set("state", OrderState.COURT).save();
    steps.audit(locked, "system", "ORDER_BACK_TO_COURT", Map.of("left", order.minutesLeft()));
    return false;
  }
}
