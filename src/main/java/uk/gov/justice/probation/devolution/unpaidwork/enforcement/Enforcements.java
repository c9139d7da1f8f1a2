package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Finds enforcements and the actions taken in them. */
@Service
public class Enforcements {
  private static final String SELECT = """
      SELECT e.id, e.order_id, e.session_id, e.failed_on, e.state, e.counts, e.very_serious, e.step, e.judged, e.judged_by, e.reason IS NOT NULL AS reasoned, e.opened_at,
        e.closed_at, e.version
      FROM upw_enforcement e
      """;

  static final String ACCEPTED = "ACCEPTED";
  static final String REJECTED = "REJECTED";

  /** @param replyBy null where the action needs no reply */
  public record Action(String code, String name, Instant takenAt, String takenBy, LocalDate replyBy) {}

  private final JdbcClient jdbc;

  Enforcements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @throws NoSuchElementException with a sentence, where there is none */
  public Enforcement get(long id) {
    return one(id, "");
  }

  public Optional<Enforcement> find(long id) {
    return jdbc.sql(SELECT + "WHERE e.id = ?").param(id).query(Enforcements::enforcement).optional();
  }

  /** As {@link #get}, and nobody else changes it until the transaction ends. Its order must be locked before it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Enforcement lock(long id) {
    return one(id, " FOR UPDATE");
  }

  public Optional<Enforcement> ofSession(long sessionId) {
    return jdbc.sql(SELECT + "WHERE e.session_id = ?").param(sessionId).query(Enforcements::enforcement).optional();
  }

  /** Those of an order, the latest failure first. */
  public List<Enforcement> ofOrder(long orderId) {
    return jdbc.sql(SELECT + "WHERE e.order_id = ? ORDER BY e.failed_on DESC, e.id DESC").param(orderId).query(Enforcements::enforcement).list();
  }

  /** Those of the case in which something is still to be done or waited for. What is with the court is a component of the case. */
  public List<Enforcement> open(long caseId) {
    return jdbc.sql(SELECT + "JOIN upw_order o ON o.id = e.order_id WHERE o.case_id = ? AND e.state IN ('EVIDENCE', 'WARNED', 'BREACH') ORDER BY e.id").param(caseId)
        .query(Enforcements::enforcement).list();
  }

  /** The actions taken, the first first. */
  public List<Action> actions(long enforcementId) {
    return jdbc.sql("""
            SELECT a.action_code, c.name, a.taken_at, a.taken_by, a.reply_by FROM upw_enforcement_action a JOIN enforcement_action c ON c.code = a.action_code
            WHERE a.enforcement_id = ? ORDER BY a.id
            """)
        .param(enforcementId)
        .query((row, n) -> new Action(row.getString(1), row.getString(2), Utc.instant(row, "taken_at"), row.getString(4), row.getObject(5, LocalDate.class)))
        .list();
  }

  /** Days of the failures of the order's case that count up to this one, it included where it counts; of the same day those that were told before it. */
  List<LocalDate> failuresUpTo(Enforcement enforcement) {
    return jdbc.sql("""
            SELECT e.failed_on FROM upw_enforcement e JOIN upw_order o ON o.id = e.order_id JOIN upw_order mine ON mine.id = :order AND mine.case_id = o.case_id
            WHERE e.counts AND (e.failed_on < :day OR e.failed_on = :day AND e.id <= :id)
            """)
        .param("order", enforcement.orderId()).param("day", enforcement.failedOn()).param("id", enforcement.id())
        .query(LocalDate.class)
        .list();
  }

  private Enforcement one(long id, String locked) {
    return jdbc.sql(SELECT + "WHERE e.id = ?" + locked).param(id).query(Enforcements::enforcement).optional()
        .orElseThrow(() -> new NoSuchElementException("There is no enforcement with the number %d.".formatted(id)));
  }

  private static Enforcement enforcement(ResultSet row, int n) throws SQLException {
    String step = row.getString("step");
    String judged = row.getString("judged");
    return new Enforcement(
        row.getLong("id"), row.getLong("order_id"), row.getLong("session_id"), row.getObject("failed_on", LocalDate.class), EnforcementState.valueOf(row.getString("state")),
        row.getBoolean("counts"), row.getBoolean("very_serious"), step == null ? null : EnforcementStep.valueOf(step), judged == null ? null : judged.equals(ACCEPTED),
        row.getString("judged_by"), row.getBoolean("reasoned"), Utc.instant(row, "opened_at"), Utc.instant(row, "closed_at"), row.getInt("version"));
  }
}
