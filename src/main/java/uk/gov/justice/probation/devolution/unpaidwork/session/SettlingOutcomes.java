package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomeSettled;
import uk.gov.justice.probation.devolution.unpaidwork.order.EducationCap;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.QueueFrozenException;
import uk.gov.justice.probation.devolution.unpaidwork.order.RemainingMinutes;

/**
 * Settles what an outcome means (decision {@code session-outcome}): minutes are credited, the time is planned again, enforcement starts. Each session is settled once, in the
 * transaction that marks it; a second delivery changes nothing. While a handover holds the queue nothing is settled.
 */
@Service
public class SettlingOutcomes {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final String SYSTEM = "system";

  private final DecisionTable table = new DecisionTable("processes/unpaidwork/session-outcome.dmn");
  private final Sessions sessions;
  private final Orders orders;
  private final Cases cases;
  private final CaseOwners owners;
  private final OutcomeCodes codes;
  private final PlanningSessions planning;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  SettlingOutcomes(Sessions sessions, Orders orders, Cases cases, CaseOwners owners, OutcomeCodes codes, PlanningSessions planning, AuditTrail audit,
      ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.sessions = sessions;
    this.orders = orders;
    this.cases = cases;
    this.owners = owners;
    this.codes = codes;
    this.planning = planning;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What the session's outcome means.
   *
   * @throws CannotSucceedException where it has none
   */
  @Transactional(readOnly = true)
  public Meaning read(long sessionId) {
    Session session = sessions.get(sessionId);
    return session.meaning() == null ? meaning(code(session)) : session.meaning();
  }

  /** Credits the session's minutes to its order, and plans again. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void credit(long sessionId) {
    settle(sessionId);
  }

  /** The time is still owed: it is planned again. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void reschedule(long sessionId) {
    settle(sessionId);
  }

  /**
   * Opens the enforcement of a failure and tells the order's process; the missed time is planned again.
   *
   * @return the enforcement's id
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public long startEnforcement(long sessionId) {
    Session session = settle(sessionId);
    return jdbc.sql("SELECT id FROM upw_enforcement WHERE session_id = ?").param(sessionId).query(Long.class).optional().orElseGet(() -> open(session));
  }

  /** The order has ended and no process settles its sessions any more: minutes still count, a failure starts nothing. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  void settleWithoutProcess(long sessionId) {
    settle(sessionId);
  }

  private Session settle(long sessionId) {
    Session before = sessions.get(sessionId);
    long caseId = orders.get(before.orderId()).caseId();
    if (owners.lock(caseId, RecordingOutcomes.SERVICE).frozen()) throw new QueueFrozenException(cases.get(caseId));
    Order order = orders.lock(before.orderId());
    Session session = sessions.lock(sessionId);
    if (session.state() == SessionState.SETTLED) return session;
    OutcomeCode code = code(session);
    Meaning meaning = meaning(code);
    int minutes = meaning.credits() ? credit(session, order, code) : 0;
    jdbc.sql("UPDATE upw_session SET state = 'SETTLED', settled_at = ?, meaning = ?, credited_minutes = ?, version = version + 1 WHERE id = ?")
        .params(Utc.of(clock.instant()), meaning.name(), minutes, sessionId)
        .update();
    planning.plan(order);
    events.publishEvent(new OutcomeSettled(caseId));
    return session;
  }

  /** Minutes that count; {@code education}: towards education, training and employment, up to its cap. */
  public record Counted(int minutes, boolean education) {

    public String kind() {
      return education ? "EDUCATION" : "WORK";
    }

    public int educationMinutes() {
      return education ? minutes : 0;
    }
  }

  /** What a session's outcome counts for an order that stands at these minutes without it. */
  public Counted count(Session session, OutcomeCode code, int ordered, int credited, int educationCredited) {
    boolean education = jdbc.sql("SELECT t.kind FROM upw_project p JOIN upw_project_type t ON t.code = p.type_code WHERE p.code = ?").param(session.projectCode())
        .query(String.class).single().equals("EDUCATION");
    if (!meaning(code).credits()) return new Counted(0, education);
    int minutes = CreditedMinutes.of(code, session.workedMinutes(), session.penaltyMinutes(), RemainingMinutes.of(ordered, credited));
    return new Counted(education ? EducationCap.counting(minutes, educationCredited, ordered) : minutes, education);
  }

  private int credit(Session session, Order order, OutcomeCode code) {
    Counted counted = count(session, code, order.minutesOrdered(), order.minutesCredited(), order.eteMinutesCredited());
    int minutes = counted.minutes();
    if (minutes == 0) return 0;
    jdbc.sql("INSERT INTO upw_credit (order_id, session_id, kind, minutes, made_by, made_at, credit_key) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(order.id(), session.id(), counted.kind(), minutes, SYSTEM, Utc.of(clock.instant()), session.subject())
        .update();
    order.credit(minutes, counted.educationMinutes());
    orders.save(order);
    audit.record(SYSTEM, "MINUTES_CREDITED", order.subject(), cases.get(order.caseId()).regionCode(), Map.of("session", session.id(), "minutes", minutes, "education", counted.education()));
    return minutes;
  }

  /** Opens the enforcement of a failure that has none, and tells the order's process. */
  public long open(Session session) {
    Order order = orders.get(session.orderId());
    jdbc.sql("INSERT INTO upw_enforcement (order_id, session_id, failed_on, state, very_serious, opened_at) VALUES (?, ?, ?, 'EVIDENCE', ?, ?)")
        .params(order.id(), session.id(), session.on(), session.verySerious(), Utc.of(clock.instant()))
        .update();
    long enforcement = jdbc.sql("SELECT id FROM upw_enforcement WHERE session_id = ?").param(session.id()).query(Long.class).single();
    audit.record(SYSTEM, "ENFORCEMENT_STARTED", order.subject(), cases.get(order.caseId()).regionCode(), Map.of("enforcement", enforcement, "session", session.id()));
    events.publishEvent(
        new EngineMessage("unpaidwork.enforcementNeeded", Long.toString(order.id()), "enforcementNeeded-" + enforcement, Map.of("enforcementId", enforcement), KEPT));
    return enforcement;
  }

  public Meaning meaning(OutcomeCode code) {
    return Meaning.valueOf((String) table.evaluate(Map.of("credit", code.credit().name(), "enforceable", code.enforceable())));
  }

  private OutcomeCode code(Session session) {
    return codes.find(session.outcomeCode()).orElseThrow(() -> new CannotSucceedException(
        "Session %d has no outcome. Record it on the session's page, then retry this step here".formatted(session.id())));
  }
}
