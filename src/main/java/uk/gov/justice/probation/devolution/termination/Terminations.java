package uk.gov.justice.probation.devolution.termination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;

/** Finds terminations and moves them from state to state. */
@Repository
class Terminations {
  private static final String SELECT = """
      SELECT t.id, t.case_id, t.cause, t.reason_code, t.state, t.eligibility, t.due_on, t.overdue_on, t.waiting, t.started_at, t.closed_at, t.applied_on, t.extended_to,
        t.asked_by_instance, t.evidence_by, t.evidence_at, t.reviewed_by, t.reviewed_at, t.agreed_by, t.agreed_at, t.reopened_by, t.reopened_at
      FROM termination t
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Terminations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Termination> find(long id) {
    return one("WHERE t.id = ?", id);
  }

  /** @throws CannotSucceedException where there is none */
  Termination get(long id) {
    return find(id).orElseThrow(() -> unknown(id));
  }

  /** The process instance of the termination; null before it has begun. */
  Long processOf(long id) {
    return jdbc.sql("SELECT process_instance_key FROM termination WHERE id = ? AND process_instance_key IS NOT NULL").param(id).query(Long.class).optional().orElse(null);
  }

  /** As {@link #get}, and nobody else changes it until the transaction ends: two deliveries of the same step follow one another. */
  @Transactional(propagation = Propagation.MANDATORY)
  Termination lock(long id) {
    return one("WHERE t.id = ? FOR UPDATE", id).orElseThrow(() -> unknown(id));
  }

  /** The one that runs for the case, held until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Termination> lockOpen(long caseId) {
    return one("WHERE t.case_id = ? AND t.open_mark = 1 FOR UPDATE", caseId);
  }

  /** The last one of the case, held until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Termination> lockLast(long caseId) {
    return one("WHERE t.case_id = ? ORDER BY t.id DESC LIMIT 1 FOR UPDATE", caseId);
  }

  /** @return its id */
  long add(long caseId, Cause cause, String reasonCode, LocalDate dueOn, LocalDate overdueOn, Long askedByInstance) {
    jdbc.sql("""
            INSERT INTO termination (case_id, cause, reason_code, state, due_on, overdue_on, started_at, asked_by_instance)
            VALUES (:case, :cause, :reason, 'COLLECTING', :due, :overdue, :now, :asked)
            """)
        .param("case", caseId).param("cause", cause.name()).param("reason", reasonCode).param("due", dueOn).param("overdue", overdueOn).param("now", now())
        .param("asked", askedByInstance)
        .update();
    return jdbc.sql("SELECT id FROM termination WHERE case_id = ? AND open_mark = 1").param(caseId).query(Long.class).single();
  }

  void moveTo(long id, TerminationState state) {
    set(id, "state = ?, waiting = ?", state.name(), state == TerminationState.WAITING);
  }

  /** Its end, in this state. */
  void close(long id, TerminationState state) {
    set(id, "state = ?, waiting = FALSE, closed_at = COALESCE(closed_at, ?)", state.name(), now());
  }

  /** Changes columns of one termination; {@code columns} as in SQL. */
  void set(long id, String columns, Object... values) {
    Object[] parameters = new Object[values.length + 1];
    System.arraycopy(values, 0, parameters, 0, values.length);
    parameters[values.length] = id;
    jdbc.sql("UPDATE termination SET " + columns + ", version = version + 1 WHERE id = ?").params(parameters).update();
  }

  LocalDateTime now() {
    return Utc.of(clock.instant());
  }

  private Optional<Termination> one(String where, long id) {
    return jdbc.sql(SELECT + where).param(id).query(Terminations::read).optional();
  }

  private static Termination read(ResultSet row, int n) throws SQLException {
    String eligibility = row.getString("eligibility");
    return new Termination(
        row.getLong("id"), row.getLong("case_id"), Cause.valueOf(row.getString("cause")), row.getString("reason_code"), TerminationState.valueOf(row.getString("state")),
        eligibility == null ? null : Eligibility.valueOf(eligibility), row.getObject("due_on", LocalDate.class), row.getObject("overdue_on", LocalDate.class),
        row.getBoolean("waiting"), moment(row, "started_at"), moment(row, "closed_at"), row.getObject("applied_on", LocalDate.class),
        row.getObject("extended_to", LocalDate.class), row.getObject("asked_by_instance", Long.class), row.getString("evidence_by"), moment(row, "evidence_at"),
        row.getString("reviewed_by"), moment(row, "reviewed_at"), row.getString("agreed_by"), moment(row, "agreed_at"), row.getString("reopened_by"),
        moment(row, "reopened_at"));
  }

  private static LocalDateTime moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class);
  }

  private static CannotSucceedException unknown(long id) {
    return new CannotSucceedException("There is no termination %d in the database. Check that the engine and the database belong together".formatted(id));
  }
}
