package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.CheckingOutcomes.Checked;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionRules.Broken;

/**
 * Records the outcome of a session, once, whoever does it: the supervisor in Tasklist, on our page, by the API. Who comes second is told who was first and when. While a handover
 * holds the queue an outcome is kept and settled afterwards. Outcomes of a file are told to the engine here too ({@link #announce}).
 */
@Service
public class RecordingOutcomes {
  /** Who records outcomes, in the case's region or in the unit that does its unpaid work. */
  public static final String[] ROLES = {"upw-supervisor", "case-admin"};
  public static final String SERVICE = "UPW_ORDERS";

  /** What the task's form sends where the outcome was recorded on our page. */
  public static final String ON_PAGE = "ON_PAGE";

  private static final String SUPERVISOR = ROLES[0];
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int CHUNK = 1_000;
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

  private final Sessions sessions;
  private final Orders orders;
  private final Cases cases;
  private final CaseAccess access;
  private final CaseOwners owners;
  private final CheckingOutcomes checking;
  private final SessionNotes notes;
  private final SettlingOutcomes settling;
  private final PlanningSessions planning;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  RecordingOutcomes(Sessions sessions, Orders orders, Cases cases, CaseAccess access, CaseOwners owners, CheckingOutcomes checking, SessionNotes notes, SettlingOutcomes settling,
      PlanningSessions planning, Notifications notifications, AuditTrail audit, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
    this.sessions = sessions;
    this.orders = orders;
    this.cases = cases;
    this.access = access;
    this.owners = owners;
    this.checking = checking;
    this.notes = notes;
    this.settling = settling;
    this.planning = planning;
    this.notifications = notifications;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Records an outcome that a colleague entered on our page or sent to the API.
   *
   * @throws NotAllowedException where the colleague may not, also who held the case before a handover froze its queue
   * @throws OutcomeRefusedException with every rule that the outcome breaks
   * @throws SessionTakenException where somebody else was first
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Session record(long sessionId, Outcome outcome, Colleague by) {
    Order order = orders.get(sessions.get(sessionId).orderId());
    ProbationCase probationCase = cases.get(order.caseId());
    access.mustWorkOn(probationCase, by, ROLES);
    Owner owner = owners.lock(order.caseId(), SERVICE);
    if (owner.frozen() && !by.holds(SUPERVISOR, probationCase.regionSlug())) {
      throw new NotAllowedException("The unpaid work of CRN %s is being handed over by %s. Until that is done, only a colleague in the group %s-%s can record outcomes; they are settled afterwards."
          .formatted(probationCase.crn(), owner.unitName(), SUPERVISOR, probationCase.regionSlug()));
    }
    return take(sessionId, outcome, by.userName());
  }

  /**
   * Takes the answer of the supervisor's task. Where somebody else was first there is nothing left to ask: who came second is told so by message.
   *
   * @throws NotAllowedException where they are no supervisor of the case's region, or may not see the case
   * @throws AnswerRefusedException where there is no outcome on the page yet, or the outcome breaks a rule
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public void answer(long sessionId, Outcome outcome, TaskAnswer by) {
    Order order = orders.get(sessions.get(sessionId).orderId());
    ProbationCase probationCase = cases.get(order.caseId());
    owners.lock(order.caseId(), SERVICE);
    orders.lock(order.id());
    Session session = sessions.lock(sessionId);
    boolean planned = session.state() == SessionState.PLANNED;
    if (!planned && by.by().equals(session.recordedBy())) return;
    access.mustWorkOn(probationCase, by.colleague(), SUPERVISOR);
    by.mustHold(SUPERVISOR, probationCase.regionSlug(), "record an outcome of CRN " + probationCase.crn());
    boolean onPage = probationCase.limitedAccess() || ON_PAGE.equals(outcome.code());
    if (planned) {
      if (onPage) throw new AnswerRefusedException("There is no outcome on the session's page yet. Record it there; this task then closes by itself.");
      take(sessionId, outcome, by);
    } else if (session.state() != SessionState.CANCELLED && !onPage) {
      tellSecond(session, probationCase, by);
    }
  }

  /** Tells the engine of outcomes that are there, in the transaction that recorded them: their processes settle them. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void announce(Collection<Long> sessionIds) {
    List<Long> ids = List.copyOf(sessionIds);
    for (int from = 0; from < ids.size(); from += CHUNK) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
      some.forEach(id -> events.publishEvent(new EngineMessage("unpaidwork.outcomeRecorded", Long.toString(id), "outcomeRecorded-" + id, Map.of(), KEPT)));
      // in this order and by this index: where the optimisers know little of a table that has just grown they read every session there is, once for each of the chunk
      jdbc.sql("""
              SELECT w.id, MIN(r.id) FROM upw_session r
              STRAIGHT_JOIN upw_session w FORCE INDEX (ix_session_order) ON w.order_id = r.order_id AND w.state = 'PLANNED' AND (w.on_date < r.on_date OR w.on_date = r.on_date AND w.start_time < r.start_time)
              WHERE r.id IN (:ids) GROUP BY w.id
              """)
          .param("ids", some)
          .query(row -> {
            planning.changed(row.getLong(1), "overtaken-" + row.getLong(2));
          });
    }
  }

  private void take(long sessionId, Outcome outcome, TaskAnswer by) {
    try {
      take(sessionId, outcome, by.by());
    } catch (OutcomeRefusedException refused) {
      throw new AnswerRefusedException(refused.broken().stream().map(RecordingOutcomes::sentence).collect(Collectors.joining(" ")));
    }
  }

  private Session take(long sessionId, Outcome outcome, String by) {
    Order order = orders.lock(sessions.get(sessionId).orderId());
    Session session = sessions.lock(sessionId);
    mustBeFree(session, outcome.version());
    Checked checked = checking.check(session, order, outcome);
    keep(session, outcome, checked, by);
    ProbationCase probationCase = cases.get(order.caseId());
    audit.record(by, "OUTCOME_RECORDED", session.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn(), "order", order.id(), "on", session.on()));
    if (order.state().ended()) settling.settleWithoutProcess(sessionId);
    else announce(Set.of(sessionId));
    return sessions.get(sessionId);
  }

  private void keep(Session session, Outcome outcome, Checked checked, String by) {
    byte[] sealed = notes.seal(session.reference(), outcome.notes());
    jdbc.sql("""
            UPDATE upw_session SET outcome_code = :code, worked_from = :from, worked_until = :until, penalty_minutes = :penalty, quality = :quality, behaviour = :behaviour,
              notes = COALESCE(:notes, notes), notes_sensitive = :sensitive, explained = :explained, very_serious = :serious, state = 'RECORDED', recorded_by = :by,
              recorded_at = :at, version = version + 1
            WHERE id = :id
            """)
        .param("code", outcome.code()).param("from", checked.from()).param("until", checked.until()).param("penalty", checked.penaltyMinutes()).param("quality", outcome.quality())
        .param("behaviour", outcome.behaviour()).param("notes", sealed).param("sensitive", outcome.sensitive()).param("explained", outcome.explained())
        .param("serious", outcome.verySerious()).param("by", by).param("at", Utc.of(clock.instant())).param("id", session.id())
        .update();
  }

  private void mustBeFree(Session session, Integer readAt) {
    switch (session.state()) {
      case PLANNED -> {
        if (readAt != null && readAt != session.version()) {
          throw new SessionTakenException("The session was changed since you read it (version %d, now %d). Nothing of yours was kept: read it again.".formatted(readAt, session.version()));
        }
      }
      case CANCELLED -> throw new SessionTakenException("The session of %s was cancelled. Nothing was recorded.".formatted(inWords(session)));
      case HISTORY -> throw new SessionTakenException("The session of %s was over and counted before its order came here. Nothing was recorded.".formatted(inWords(session)));
      default -> throw new SessionTakenException(alreadyRecorded(session) + " Nothing of yours was kept and nothing is counted twice.");
    }
  }

  private String alreadyRecorded(Session session) {
    return "The outcome of the session of %s was recorded by %s on %s.".formatted(inWords(session), session.recordedBy(),
        WHEN.format(ZonedDateTime.ofInstant(session.recordedAt(), clock.getZone())));
  }

  private void tellSecond(Session session, ProbationCase probationCase, TaskAnswer by) {
    notifications.send("outcome-second-%d-%d".formatted(session.id(), by.taskInstance()), SUPERVISOR + "-" + probationCase.regionSlug(),
        "An outcome of CRN %s was recorded twice".formatted(probationCase.crn()),
        "%s The answer that %s gave in Tasklist came second: it was not kept and nothing is counted twice.".formatted(
            probationCase.limitedAccess() ? "Somebody else was first." : alreadyRecorded(session), by.by()), session.subject());
  }

  private static String inWords(Session session) {
    return Deadlines.inWords(session.on());
  }

  private static String sentence(Broken broken) {
    String label = switch (broken.field()) {
      case "date" -> "The day";
      case "endTime" -> "The end";
      case "penaltyMinutes" -> "The minutes taken off";
      case "notes" -> "The notes";
      case "sensitive" -> "The mark";
      case "quality" -> "The quality";
      case "behaviour" -> "The behaviour";
      case "verySerious" -> "Very serious";
      default -> "The outcome";
    };
    return label + " " + broken.reason() + ".";
  }
}
