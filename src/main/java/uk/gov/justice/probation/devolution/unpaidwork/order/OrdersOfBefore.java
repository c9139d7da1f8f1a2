package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.FormerName;

/**
 * The orders whose process began when unpaid work was called placement. It and the processes of its sessions and enforcements wait for their messages by that name; when an order begins
 * anew, it begins by today's (ADR 0068).
 */
@Component
public class OrdersOfBefore implements FormerName {
  private static final String BEFORE = "placement";
  private static final String STARTS = "unpaidwork.orderReceived";
  private static final Set<String> TO_SESSIONS = Set.of("unpaidwork.sessionOver", "unpaidwork.sessionChanged", "unpaidwork.outcomeRecorded");
  private static final Set<String> TO_ENFORCEMENTS = Set.of("unpaidwork.evidenceJudged", "unpaidwork.reasonAccepted");

  private final OrderOfBeforeRepository orders;

  OrdersOfBefore(OrderOfBeforeRepository orders) {
    this.orders = orders;
  }

  @Override
  public String family() {
    return "unpaidwork";
  }

  @Override
  public String before() {
    return BEFORE;
  }

  /** When the court extended an order, it was sent the same message as when its queue is frozen: it began anew either way. */
  @Override
  public String before(String message) {
    return message.equals("unpaidwork.orderExtended") ? BEFORE + ".queueFrozen" : FormerName.super.before(message);
  }

  @Override
  public boolean stillCounts(EngineMessage message) {
    if (message.name().equals(STARTS)) return false;
    long key = Long.parseLong(message.correlationKey());
    if (TO_SESSIONS.contains(message.name())) return orders.countBySession(key) > 0;
    if (TO_ENFORCEMENTS.contains(message.name())) return orders.countByEnforcement(key) > 0;
    return orders.existsById(key);
  }

  /** Its process has come to its first step, or back to it; the step's type says which name it goes by. */
  @Transactional
  public void opened(long orderId, String jobType) {
    if (isOfBefore(jobType) && !orders.existsById(orderId)) orders.save(new OrderOfBefore(orderId));
  }

  /** Whether the process of the order began by the former name. */
  @Transactional(readOnly = true)
  public boolean contains(long orderId) {
    return orders.existsById(orderId);
  }

  /** Whether it is a step of a model that goes by the former name. */
  public boolean isOfBefore(String jobType) {
    return jobType.startsWith(BEFORE + ".");
  }

  /** An order begins anew, in a transaction that holds it: by today's name. */
  @EventListener
  public void on(EngineMessage message) {
    if (message.name().equals(STARTS)) orders.deleteByOrderId(Long.valueOf(message.correlationKey()));
  }
}
