package uk.gov.justice.probation.devolution.termination;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.life.StoppingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/**
 * A death, recall, revocation, deportation or transfer out is told: what must stop stops at once, in one transaction and whatever task is open or queue is frozen, and the case
 * is terminated. Told again it changes nothing. A death or deportation is of the person and ends every event; a recall is of a licence only, a revocation of a court's order
 * only, so that an unpaid work order goes on when the person's licence is recalled.
 */
@Service
public class RecordingCaseEvents {
  static final String[] TELLERS = {"case-admin", "practitioner", "pso", "spo", "data-lead"};
  private static final Duration KEPT = Duration.ofHours(1);
  private static final EnteredDay OCCURRED_ON = EnteredDay.required("the day on which it occurred", DayRule.happened());
  private static final Set<String> OF_THE_PERSON = Set.of("DIED", "DEPORTED");

  private final Terminations terminations;
  private final StartingTerminations starting;
  private final StoppingOrders stopping;
  private final TellingOthers telling;
  private final Closed closed;
  private final Orders orders;
  private final Cases cases;
  private final CaseAccess access;
  private final Deadlines deadlines;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;

  RecordingCaseEvents(Terminations terminations, StartingTerminations starting, StoppingOrders stopping, TellingOthers telling, Closed closed, Orders orders, Cases cases,
      CaseAccess access, Deadlines deadlines, AuditTrail audit, ApplicationEventPublisher events, JdbcClient jdbc) {
    this.terminations = terminations;
    this.starting = starting;
    this.stopping = stopping;
    this.telling = telling;
    this.closed = closed;
    this.orders = orders;
    this.cases = cases;
    this.access = access;
    this.deadlines = deadlines;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
  }

  /**
   * @param type code of a {@code termination_reason} that is by event
   * @return whether it was news for any event of the person
   * @throws NotFound where there is no such case
   * @throws NotAllowedException where the colleague does not work on it
   * @throws NotPossibleNow where it cannot be, with a sentence
   */
  @Transactional
  public boolean record(String crn, int eventNumber, String type, LocalDate occurredOn, Colleague by) {
    ProbationCase told = cases.find(crn, eventNumber).orElseThrow(() -> new NotFound("There is no event %d of CRN %s.".formatted(eventNumber, crn)));
    access.mustWorkOn(told, by, TELLERS);
    check(told, type, occurredOn);
    List<ProbationCase> ends = OF_THE_PERSON.contains(type) ? cases.events(crn) : List.of(told);
    boolean news = false;
    for (ProbationCase probationCase : ends) news |= record(probationCase, type, occurredOn, by);
    return news;
  }

  private boolean record(ProbationCase found, String type, LocalDate occurredOn, Colleague by) {
    if (isKnown(found.id(), type)) return false;
    List<Order> running = orders.ofCase(found.id()).stream().filter(order -> !order.state().ended()).toList();
    if (found.endedOn() == null) stopping.stop(found.id(), type, occurredOn);
    ProbationCase probationCase = cases.lock(found.id());
    if (isKnown(found.id(), type)) return false;
    jdbc.sql("""
            INSERT INTO case_event (case_id, reason_code, occurred_on, recorded_by, recorded_at) VALUES (:case, :reason, :on, :by, :now)
            ON DUPLICATE KEY UPDATE recorded_by = :by, recorded_at = :now, undone_at = NULL
            """)
        .param("case", found.id()).param("reason", type).param("on", occurredOn).param("by", by.userName()).param("now", terminations.now())
        .update();
    audit.record(by.userName(), "CASE_EVENT_RECORDED", probationCase.subject(), probationCase.regionCode(),
        Map.of("crn", probationCase.crn(), "type", type, "occurredOn", occurredOn.toString()));
    if (probationCase.endedOn() == null) terminate(probationCase, type, occurredOn, running);
    return true;
  }

  private void terminate(ProbationCase probationCase, String type, LocalDate occurredOn, List<Order> running) {
    Optional<Termination> open = terminations.lockOpen(probationCase.id());
    long id = open.map(Termination::id).orElseGet(() -> starting.start(probationCase, Cause.EVENT, type, deadlines.today(), null, "system"));
    open.ifPresent(termination -> tell(termination, type));
    running.forEach(order -> closed.keep(id, Closed.ORDER, order.id(), order.state().name()));
    telling.stopped(terminations.get(id), probationCase, type, occurredOn);
  }

  /** What runs already learns of it and looks again. A death stands before whatever else ended the case, otherwise what was told first. */
  private void tell(Termination termination, String type) {
    if (!termination.byEvent() || type.equals("DIED")) {
      LocalDate due = termination.dueOn().isAfter(deadlines.today()) ? deadlines.today() : termination.dueOn();
      terminations.set(termination.id(), "cause = 'EVENT', reason_code = ?, due_on = ?, overdue_on = ?", type, due, starting.overdueOn(due));
    }
    events.publishEvent(
        new EngineMessage("termination.eventHappened", Long.toString(termination.id()), "event-%d-%s".formatted(termination.id(), type), Map.of(), KEPT));
  }

  private boolean isKnown(long caseId, String type) {
    return jdbc.sql("SELECT COUNT(*) FROM case_event WHERE case_id = ? AND reason_code = ? AND undone_at IS NULL").params(caseId, type).query(Integer.class).single() > 0;
  }

  private void check(ProbationCase told, String type, LocalDate occurredOn) {
    List<String> types = jdbc.sql("SELECT code FROM termination_reason WHERE by_event ORDER BY code").query(String.class).list();
    if (type == null || !types.contains(type)) throw new BreaksRules("'%s' is not an event that ends a case. Say one of %s.".formatted(type, String.join(", ", types)));
    String began = "CRN %s, event %d began".formatted(told.crn(), told.eventNumber());
    OCCURRED_ON.and(DayRule.notBefore(told.startDate(), began)).problem(occurredOn, deadlines).ifPresent(sentence -> {
      throw new BreaksRules(sentence);
    });
    boolean orderOfCourt = jdbc.sql("SELECT carries_upw FROM order_type WHERE code = ?").param(told.orderTypeCode()).query(Boolean.class).single();
    if (type.equals("RECALLED") && orderOfCourt) {
      throw new NotPossibleNow("CRN %s, event %d is a court's order and cannot be recalled: a recall is of a licence. Nothing has stopped. Record it for the event that is the licence."
          .formatted(told.crn(), told.eventNumber()));
    }
    if (type.equals("REVOKED") && !orderOfCourt) {
      throw new NotPossibleNow("CRN %s, event %d is no court's order, so no court can revoke it. Nothing has stopped. If the licence was revoked, record RECALLED."
          .formatted(told.crn(), told.eventNumber()));
    }
  }
}
