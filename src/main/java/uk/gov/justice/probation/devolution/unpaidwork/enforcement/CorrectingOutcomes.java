package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.OutcomeSettled;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.QueueFrozenException;
import uk.gov.justice.probation.devolution.unpaidwork.session.CheckingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.CheckingOutcomes.Checked;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomeCode;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomeRefusedException;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionRules.Broken;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionTakenException;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingOutcomes.Counted;

/**
 * Corrects an outcome that was entered wrongly, after it was settled: minutes are counted again, a failure that was none is taken back with its letters, one that was overlooked
 * starts its enforcement, and the time is planned again, all in one transaction. What it was before is kept. A correction is refused where somebody else has acted on the
 * outcome and must undo that first: the court has the breach, or the order is at its end.
 */
@Service
public class CorrectingOutcomes {
  private final Sessions sessions;
  private final Orders orders;
  private final Cases cases;
  private final CaseAccess access;
  private final CaseOwners owners;
  private final CheckingOutcomes checking;
  private final SettlingOutcomes settling;
  private final Enforcements enforcements;
  private final JudgingReasons judging;
  private final PlanningSessions planning;
  private final Notifications notifications;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  CorrectingOutcomes(Sessions sessions, Orders orders, Cases cases, CaseAccess access, CaseOwners owners, CheckingOutcomes checking, SettlingOutcomes settling,
      Enforcements enforcements, JudgingReasons judging, PlanningSessions planning, Notifications notifications, AuditTrail audit, ApplicationEventPublisher events,
      JdbcClient jdbc, Clock clock) {
    this.sessions = sessions;
    this.orders = orders;
    this.cases = cases;
    this.access = access;
    this.owners = owners;
    this.checking = checking;
    this.settling = settling;
    this.enforcements = enforcements;
    this.judging = judging;
    this.planning = planning;
    this.notifications = notifications;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Corrects the outcome of a settled session. Notes stay as they are.
   *
   * @throws NotAllowedException where the colleague may not
   * @throws QueueFrozenException while a handover holds the case's queue
   * @throws OutcomeRefusedException with every rule that the outcome breaks
   * @throws SessionTakenException where the session was changed since it was read, or cannot be corrected any more
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Session correct(long sessionId, Outcome outcome, Colleague by) {
    long caseId = orders.get(sessions.get(sessionId).orderId()).caseId();
    ProbationCase probationCase = cases.get(caseId);
    access.mustWorkOn(probationCase, by, RecordingOutcomes.ROLES);
    if (owners.lock(caseId, RecordingOutcomes.SERVICE).frozen()) throw new QueueFrozenException(probationCase);
    Order order = orders.lock(sessions.get(sessionId).orderId());
    Session before = sessions.lock(sessionId);
    mustBeCorrectable(before, order, outcome.version());
    Checked checked = checking.check(before, order, withItsNotes(outcome, before));
    keepAsItWas(before, by);
    change(before, outcome, checked, by);
    Session after = sessions.get(sessionId);
    int difference = countAgain(before, after, order, checked.code(), by);
    boolean failureChanged = judgeAgain(before, after, checked.code(), by);
    audit.record(by.userName(), "OUTCOME_CORRECTED", before.subject(), probationCase.regionCode(), Map.of("crn", probationCase.crn(), "order", order.id(), "minutes", difference));
    if (failureChanged) tellThePractitioner(after, probationCase);
    planning.plan(order);
    events.publishEvent(new OutcomeSettled(caseId));
    return sessions.get(sessionId);
  }

  /** What the outcome was before each correction, the first first. */
  @Transactional(readOnly = true)
  public List<Correction> corrections(long sessionId) {
    return jdbc.sql("""
            SELECT c.outcome_code, o.name, c.credited_minutes, c.recorded_by, c.corrected_by, c.corrected_at FROM upw_outcome_corrected c JOIN upw_outcome o ON o.code = c.outcome_code
            WHERE c.session_id = ? ORDER BY c.id
            """)
        .param(sessionId)
        .query((row, n) -> new Correction(row.getString(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5), Utc.instant(row, "corrected_at")))
        .list();
  }

  private static void mustBeCorrectable(Session session, Order order, Integer readAt) {
    switch (session.state()) {
      case SETTLED -> { }
      case RECORDED -> throw new SessionTakenException("The outcome is being settled. Wait a minute, open the session again and correct it then.");
      default -> throw new SessionTakenException("The session of %s has no outcome that can be corrected here.".formatted(Deadlines.inWords(session.on())));
    }
    if (readAt == null || readAt != session.version()) {
      throw new SessionTakenException("The session was changed since you opened it (it is at version %d). Nothing of yours was kept: open it again.".formatted(session.version()));
    }
    if (order.state().ended()) {
      throw new SessionTakenException("The order has ended: %s. Its outcomes cannot be corrected any more; tell the practitioner.".formatted(order.state().label().toLowerCase(Locale.ROOT)));
    }
    if (order.hoursComplete()) {
      throw new SessionTakenException("The hours of the order are complete and its end is being prepared. Its outcomes cannot be corrected any more; tell the practitioner.");
    }
  }

  private static Outcome withItsNotes(Outcome outcome, Session session) {
    return new Outcome(outcome.code(), outcome.workedFrom(), outcome.workedUntil(), outcome.penaltyMinutes(), outcome.quality(), outcome.behaviour(), null, session.sensitive(),
        outcome.explained(), outcome.verySerious(), outcome.version());
  }

  private void keepAsItWas(Session before, Colleague by) {
    jdbc.sql("""
            INSERT INTO upw_outcome_corrected (session_id, outcome_code, worked_from, worked_until, penalty_minutes, quality, behaviour, explained, very_serious, meaning,
              credited_minutes, recorded_by, recorded_at, corrected_by, corrected_at)
            SELECT id, outcome_code, worked_from, worked_until, penalty_minutes, quality, behaviour, explained, very_serious, meaning, credited_minutes, recorded_by, recorded_at, ?, ?
            FROM upw_session WHERE id = ?
            """)
        .params(by.userName(), Utc.of(clock.instant()), before.id())
        .update();
  }

  private void change(Session before, Outcome outcome, Checked checked, Colleague by) {
    jdbc.sql("""
            UPDATE upw_session SET outcome_code = :code, worked_from = :from, worked_until = :until, penalty_minutes = :penalty, quality = :quality, behaviour = :behaviour,
              explained = :explained, very_serious = :serious, meaning = :meaning, recorded_by = :by, recorded_at = :at, version = version + 1
            WHERE id = :id
            """)
        .param("code", checked.code().code()).param("from", checked.from()).param("until", checked.until()).param("penalty", checked.penaltyMinutes())
        .param("quality", outcome.quality()).param("behaviour", outcome.behaviour()).param("explained", outcome.explained()).param("serious", outcome.verySerious())
        .param("meaning", settling.meaning(checked.code()).name()).param("by", by.userName()).param("at", Utc.of(clock.instant())).param("id", before.id())
        .update();
  }

  /** @return minutes more than before; fewer where it is below zero */
  private int countAgain(Session before, Session after, Order order, OutcomeCode code, Colleague by) {
    int withoutIt = order.minutesCredited() - before.creditedMinutes();
    int educationWithoutIt = order.eteMinutesCredited() - educationCounted(before);
    Counted now = settling.count(after, code, order.minutesOrdered(), withoutIt, educationWithoutIt);
    int difference = now.minutes() - before.creditedMinutes();
    if (difference == 0) return 0;
    jdbc.sql("INSERT INTO upw_credit (order_id, kind, minutes, made_by, made_at, credit_key) VALUES (?, ?, ?, ?, ?, ?)")
        .params(order.id(), now.kind(), difference, by.userName(), Utc.of(clock.instant()), "%s/corrected-%d".formatted(before.subject(), before.version()))
        .update();
    jdbc.sql("UPDATE upw_session SET credited_minutes = ? WHERE id = ?").params(now.minutes(), before.id()).update();
    order.recount(withoutIt + now.minutes(), educationWithoutIt + now.educationMinutes());
    orders.save(order);
    return difference;
  }

  private int educationCounted(Session session) {
    return jdbc.sql("SELECT COALESCE(SUM(minutes), 0) FROM upw_credit WHERE kind = 'EDUCATION' AND (session_id = :id OR credit_key LIKE :corrected)")
        .param("id", session.id()).param("corrected", session.subject() + "/corrected-%")
        .query(Integer.class)
        .single();
  }

  /** @return whether it was a failure and is none any more, or the other way round */
  private boolean judgeAgain(Session before, Session after, OutcomeCode code, Colleague by) {
    Optional<Enforcement> known = enforcements.ofSession(before.id()).map(enforcement -> enforcements.lock(enforcement.id()));
    if (known.isEmpty()) {
      if (!code.enforceable()) return false;
      settling.open(after);
      return true;
    }
    Enforcement failure = known.get();
    if (!code.enforceable()) return judging.takeBack(failure, by);
    if (!failure.counts() && !before.meaning().enforces()) throw refused("outcomeCode", "was a failure that was taken back: it cannot become one again. Tell the practitioner");
    if (failure.verySerious() != after.verySerious()) throw refused("verySerious", "cannot be changed any more: the enforcement has begun. Tell the practitioner");
    return false;
  }

  private void tellThePractitioner(Session session, ProbationCase probationCase) {
    notifications.send("outcome-corrected-%d-%d".formatted(session.id(), session.version()), Enforcing.practitioners(probationCase),
        "The outcome of a session of CRN %s was corrected".formatted(probationCase.crn()),
        probationCase.limitedAccess() ? "See the session for what follows." : settling.read(session.id()).enforces() ? "It is a failure now, and its enforcement has started." : "It is no failure any more: its enforcement is taken back.", session.subject());
  }

  private static OutcomeRefusedException refused(String field, String reason) {
    return new OutcomeRefusedException(List.of(new Broken(field, reason)));
  }
}
