package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * Stops all unpaid work of a case at once: sessions to come, enforcement, the orders themselves, and their processes; and takes that back when the case is reopened. What has ended
 * already stays as it is, and so do sessions that are over: they still need an outcome.
 */
@Service
@NamedInterface("life")
public class StoppingOrders {
  private static final Duration KEPT = Duration.ofDays(1);

  private final Orders orders;
  private final Cases cases;
  private final AuditTrail audit;
  private final Notifications notifications;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  StoppingOrders(Orders orders, Cases cases, AuditTrail audit, Notifications notifications, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.orders = orders;
    this.cases = cases;
    this.audit = audit;
    this.notifications = notifications;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Stops every order of the case that has not ended. A second call changes nothing.
   *
   * @param reasonCode of {@code termination_reason}
   */
  @Transactional
  public void stop(long caseId, String reasonCode, LocalDate occurredOn) {
    ProbationCase probationCase = cases.get(caseId);
    for (Order found : orders.ofCase(caseId)) {
      Order order = orders.lock(found.id());
      if (!order.stop(reasonCode, clock.instant())) continue;
      stopSessions(order.id());
      jdbc.sql("UPDATE upw_enforcement SET stopped_from = state, state = 'STOPPED' WHERE order_id = ? AND state IN ('EVIDENCE', 'WARNED', 'BREACH')").param(order.id()).update();
      audit.record("system", "ORDER_STOPPED", order.subject(), probationCase.regionCode(),
          Map.of("crn", probationCase.crn(), "reason", reasonCode, "occurredOn", occurredOn.toString(), "stoodAt", order.stoppedFrom()));
      orders.save(order);
    }
  }

  private void stopSessions(long orderId) {
    jdbc.sql("""
            UPDATE upw_session SET state = 'CANCELLED', stopped_at = :now
            WHERE order_id = :order AND state = 'PLANNED' AND (on_date > :today OR on_date = :today AND start_time > :time)
            """)
        .param("now", Utc.of(clock.instant()))
        .param("order", orderId)
        .param("today", LocalDate.now(clock))
        .param("time", LocalTime.now(clock))
        .update();
  }

  /** The process has come to its end: tells who worked on the order. */
  @Transactional
  public void stopped(long orderId) {
    Order order = orders.lock(orderId);
    if (order.state() != OrderState.STOPPED) return;
    ProbationCase probationCase = cases.get(order.caseId());
    for (String role : List.of("placement-coordinator", "upw-supervisor")) {
      notifications.send("upw-stopped-%d-%d-%s".formatted(orderId, order.version(), role), role + "-" + probationCase.regionSlug(),
          "%s: unpaid work has been stopped".formatted(probationCase.text()), "Its sessions to come are cancelled and its tasks are gone. Nobody needs to do anything.",
          order.subject());
    }
  }

  /** Every stopped order of the case stands again where it stood, and its process starts again there. */
  @Transactional
  public void restore(long caseId) {
    ProbationCase probationCase = cases.get(caseId);
    for (Order found : orders.ofCase(caseId)) {
      Order order = orders.lock(found.id());
      int version = order.version();
      if (!order.restore()) continue;
      orders.save(order);
      jdbc.sql("UPDATE upw_session SET state = 'PLANNED', stopped_at = NULL WHERE order_id = ? AND state = 'CANCELLED' AND stopped_at IS NOT NULL").param(order.id()).update();
      List<Long> enforcements = jdbc.sql("SELECT id FROM upw_enforcement WHERE order_id = ? AND state = 'STOPPED' AND stopped_from IS NOT NULL ORDER BY id").param(order.id())
          .query(Long.class).list();
      jdbc.sql("UPDATE upw_enforcement SET state = stopped_from, stopped_from = NULL WHERE order_id = ? AND state = 'STOPPED' AND stopped_from IS NOT NULL").param(order.id()).update();
      audit.record("system", "ORDER_RESTORED", order.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn(), "standsAt", order.state()));
      if (!order.state().running()) continue;
      enforcements.forEach(enforcement -> events.publishEvent(new EngineMessage(
          "unpaidwork.enforcementNeeded", Long.toString(order.id()), "enforcementNeeded-%d-again-%d".formatted(enforcement, version), Map.of("enforcementId", enforcement), KEPT)));
    }
  }
}
