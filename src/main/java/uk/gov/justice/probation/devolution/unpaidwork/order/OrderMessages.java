package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.Duration;
import java.util.Map;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;

/** What the process of an order is told, as the order stands when it is told. */
final class OrderMessages {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private OrderMessages() {}

  /** It begins, for the n-th time. */
  static EngineMessage received(Order order, int time) {
    return message("unpaidwork.orderReceived", order, "orderReceived-%d-%d".formatted(order.id(), time), Map.of("orderId", order.id()), A_DAY);
  }

  static EngineMessage stopped(Order order) {
    return message("unpaidwork.orderStopped", order, "orderStopped-%d-%d".formatted(order.id(), order.version()), Map.of(), A_DAY);
  }

  /** It begins anew with its new dates. */
  static EngineMessage extended(Order order) {
    return message("unpaidwork.queueFrozen", order, "extended-%d-order-%d".formatted(order.version(), order.id()), Map.of(), AN_HOUR);
  }

  private static EngineMessage message(String name, Order order, String id, Map<String, Object> variables, Duration kept) {
    return new EngineMessage(name, Long.toString(order.id()), id, variables, kept);
  }
}
