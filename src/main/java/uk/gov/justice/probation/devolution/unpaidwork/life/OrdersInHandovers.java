package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.handover.CasesHandedOver;
import uk.gov.justice.probation.devolution.handover.HandedOver;
import uk.gov.justice.probation.devolution.handover.QueueFrozen;
import uk.gov.justice.probation.devolution.handover.QueueReleased;
import uk.gov.justice.probation.devolution.unpaidwork.intake.OrdersImported;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * What a handover of unpaid work does to orders, in its own transaction: while their queue is frozen their processes wait, afterwards they go on under whoever holds them then, and
 * what a region receives is started where it stands. An import starts what a region holds already.
 */
@Component
class OrdersInHandovers {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Set<OrderState> RUNNING = EnumSet.range(OrderState.TEAM, OrderState.SESSIONS);

  private final Orders orders;
  private final StartingOrders starting;
  private final HandedOver handedOver;
  private final CaseOwners owners;
  private final ApplicationEventPublisher events;

  OrdersInHandovers(Orders orders, StartingOrders starting, HandedOver handedOver, CaseOwners owners, ApplicationEventPublisher events) {
    this.orders = orders;
    this.starting = starting;
    this.handedOver = handedOver;
    this.owners = owners;
    this.events = events;
  }

  @EventListener
  void on(QueueFrozen frozen) {
    for (Order order : running(frozen.handoverId())) {
      if (!order.waiting()) tell("placement.queueFrozen", order, "frozen-%d-%d".formatted(frozen.handoverId(), order.version()));
    }
  }

  @EventListener
  void on(QueueReleased released) {
    for (Order order : running(released.handoverId())) {
      if (!order.waiting()) continue;
      orders.change(order.id()).set("waiting", false).save();
      tell("placement.queueReleased", order, "released-%d-%d".formatted(released.handoverId(), order.version()));
    }
  }

  @EventListener
  void on(CasesHandedOver handed) {
    start(orders.ofCases(handedOver.casesIn(handed.handoverId(), OrderSteps.SERVICE), Set.of(OrderState.NOT_STARTED)));
  }

  @EventListener
  void on(OrdersImported imported) {
    start(orders.all(imported.orderIds(), OrderState.NOT_STARTED));
  }

  private void start(List<Order> received) {
    for (Order order : received) {
      if (owners.find(order.caseId(), OrderSteps.SERVICE).filter(CaseOwners.Owner::region).isPresent()) starting.start(order.id(), "system");
    }
  }

  private List<Order> running(long handoverId) {
    return orders.ofCases(handedOver.frozenCases(handoverId, OrderSteps.SERVICE), RUNNING);
  }

  private void tell(String message, Order order, String id) {
    events.publishEvent(new EngineMessage(message, Long.toString(order.id()), id + "-order-" + order.id(), Map.of(), KEPT));
  }
}
