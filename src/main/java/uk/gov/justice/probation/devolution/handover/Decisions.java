package uk.gov.justice.probation.devolution.handover;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Every decision taken on a handover, once per user task or on our page, with the facts it was taken on; each is in the audit too. */
@Service
class Decisions {

  /** A step at which people decide. */
  enum Step {
    INVENTORY,
    DECISION,
    EXCEPTIONS,
    SIGN_RELEASING,
    SIGN_RECEIVING,
    REVIEW,
    OVERDUE
  }

  record Decision(Step step, String outcome, String readiness, String reasons, String note, LocalDate newDate) {
    static Decision of(Step step, String outcome, String note) {
      return new Decision(step, outcome, null, null, note, null);
    }
  }

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  Decisions(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  Optional<String> outcomeOf(TaskAnswer answer) {
    return jdbc.sql("SELECT outcome FROM handover_decision WHERE task_instance = ?").param(answer.taskInstance()).query(String.class).optional();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Handover handover, TaskAnswer answer, Decision decision) {
    record(handover, answer.by(), answer.taskInstance(), decision);
  }

  /** What was decided on our page, without a task. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Handover handover, Colleague by, Decision decision) {
    record(handover, by.userName(), null, decision);
  }

  private void record(Handover handover, String by, Long task, Decision decision) {
    jdbc.sql("""
            INSERT INTO handover_decision (handover_id, step, outcome, readiness, reasons, note, new_date, made_by, made_at, task_instance)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(params(handover, by, task, decision))
        .update();
    audit.record(by, decision.step() + "_" + decision.outcome(), handover.subject(), handover.regionCode(), facts(handover, decision));
  }

  private List<Object> params(Handover handover, String by, Long task, Decision decision) {
    return Arrays.asList(
        handover.id(), decision.step().name(), decision.outcome(), decision.readiness(), decision.reasons(), decision.note(),
        decision.newDate() == null ? null : Date.valueOf(decision.newDate()), by, Utc.of(clock.instant()), task);
  }

  private static Map<String, Object> facts(Handover handover, Decision decision) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("planRow", handover.planRowId());
    if (decision.readiness() != null) facts.put("readiness", decision.readiness());
    if (decision.reasons() != null) facts.put("reasons", decision.reasons());
    if (decision.newDate() != null) facts.put("date", decision.newDate());
    if (decision.note() != null) facts.put("note", decision.note());
    facts.put("inScope", handover.inScope());
    facts.put("moved", handover.moved());
    facts.put("left", handover.leftBehind());
    return facts;
  }
}
