package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.HoursComplete;
import uk.gov.justice.probation.devolution.unpaidwork.intake.Beginning.Standing;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Teams;

/** Starts the process of an order where the order stands, once: by hand, by a handover, by an import, or again after a reopening. */
@Service
public class StartingOrders {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final String[] STARTERS = {"case-admin", "placement-coordinator", "pso", "spo"};

  private final Orders orders;
  private final OrderSteps steps;
  private final Beginning beginning;
  private final Teams teams;
  private final Cases cases;
  private final CaseOwners owners;
  private final CaseAccess access;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  StartingOrders(Orders orders, OrderSteps steps, Beginning beginning, Teams teams, Cases cases, CaseOwners owners, CaseAccess access, ApplicationEventPublisher events,
      JdbcClient jdbc, Clock clock) {
    this.orders = orders;
    this.steps = steps;
    this.beginning = beginning;
    this.teams = teams;
    this.cases = cases;
    this.owners = owners;
    this.access = access;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Starts an order that was not started; one that runs or has ended stays as it is. One whose hours are complete already needs no process: it is complete.
   *
   * @param by who starts it: a user name, or {@code system}
   * @return whether its process was started now
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public boolean start(long orderId, String by) {
    Locked locked = steps.lock(orderId);
    Order order = locked.order();
    if (order.state() != OrderState.NOT_STARTED || locked.probationCase().endedOn() != null) return false;
    if (order.hoursComplete() || order.status().equals("HC")) {
      complete(locked, by);
      return false;
    }
    Standing standing = beginning.of(order, locked.probationCase());
    boolean underWay = standing.state() != OrderState.TEAM;
    var change = orders.change(orderId).set("state", standing.state()).set("received_at", clock.instant());
    if (underWay) change.set("team_code", teams.alignedFirst(locked).getFirst().code()).set("allocated_on", LocalDate.now(clock)).set("suitable", true);
    if (standing.project() != null) change.set("project_code", standing.project()).set("frequency", standing.frequency()).set("first_session_on", standing.firstSession()).set("status", "WK");
    change.save();
    steps.audit(locked, by, "ORDER_STARTED", Map.of("standsAt", standing.state(), "credited", order.minutesCredited()));
    announce(orderId);
    return true;
  }

  /** The order's process begins, in a transaction that holds the order. */
  public void announce(long orderId) {
    jdbc.sql("UPDATE upw_order SET started_times = started_times + 1 WHERE id = ?").param(orderId).update();
    int times = jdbc.sql("SELECT started_times FROM upw_order WHERE id = ?").param(orderId).query(Integer.class).single();
    events.publishEvent(new EngineMessage("placement.orderReceived", Long.toString(orderId), "orderReceived-%d-%d".formatted(orderId, times), Map.of("orderId", orderId), KEPT));
  }

  /**
   * Starts every order of an event that was not started, for a colleague.
   *
   * @throws StartRefusedException where none can be started, with a sentence
   * @throws uk.gov.justice.probation.devolution.security.NotAllowedException where they may not work on the case
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void start(String crn, int eventNumber, Colleague by) {
    ProbationCase probationCase = cases.find(crn, eventNumber)
        .orElseThrow(() -> refused("There is no CRN %s with event %d. Check both, or import the file 'cases' with it.".formatted(crn, eventNumber)));
    access.mustWorkOn(probationCase, by, STARTERS);
    start(probationCase, by.userName());
  }

  /** @throws StartRefusedException where none of the event's orders can be started, with a sentence */
  void start(ProbationCase probationCase, String by) {
    List<Order> found = mustBeStartable(probationCase);
    boolean started = false;
    for (Order order : found) started |= start(order.id(), by);
    if (!started) throw complete(probationCase);
  }

  /** The event's orders, where one was not started. */
  List<Order> mustBeStartable(ProbationCase probationCase) {
    String named = probationCase.text();
    if (probationCase.endedOn() != null) throw refused(named + " has ended. Reopen it first, where it must go on.");
    List<Order> found = orders.ofCase(probationCase.id());
    if (found.isEmpty()) throw refused(named + " has no unpaid work requirement. Take the file 'upw-requirements' with it, then start it again.");
    if (owners.find(probationCase.id(), OrderSteps.SERVICE).isEmpty()) {
      throw refused("Nobody holds unpaid work for %s. Take the file 'case-services' with it, then start it again.".formatted(named));
    }
    if (found.stream().anyMatch(order -> order.state() == OrderState.NOT_STARTED)) return found;
    if (found.stream().anyMatch(order -> order.state().running())) throw new StartRefusedException("Unpaid work of %s runs already.".formatted(named), true);
    if (found.stream().anyMatch(order -> order.state() == OrderState.COMPLETE)) throw complete(probationCase);
    throw refused("Unpaid work of %s has ended: %s.".formatted(named, found.getLast().state().label().toLowerCase(Locale.UK)));
  }

  private static StartRefusedException complete(ProbationCase probationCase) {
    return refused("The hours of %s are complete.".formatted(probationCase.text()));
  }

  private void complete(Locked locked, String by) {
    orders.change(locked.order().id()).set("state", OrderState.COMPLETE).set("status", "HC").set("received_at", clock.instant()).set("completed_at", clock.instant()).save();
    steps.audit(locked, by, "ORDER_COMPLETE", Map.of("credited", locked.order().minutesCredited()));
    events.publishEvent(new HoursComplete(locked.order().id(), locked.order().caseId()));
  }

  private static StartRefusedException refused(String why) {
    return new StartRefusedException(why, false);
  }
}
