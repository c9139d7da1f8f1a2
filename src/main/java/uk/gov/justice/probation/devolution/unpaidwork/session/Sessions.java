package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.RemainingMinutes;
import uk.gov.justice.probation.devolution.unpaidwork.order.Shortfall;

/** Finds sessions, and says how an order gets on with them. */
@Service
public class Sessions {
  private static final String SELECT = """
      SELECT s.id, s.session_reference, s.order_id, s.project_code, s.on_date, s.start_time, s.end_time, s.worked_from, s.worked_until, s.outcome_code, s.penalty_minutes, s.quality,
        s.behaviour, s.notes IS NOT NULL AS noted, s.notes_sensitive, s.explained, s.very_serious, s.state, s.recorded_by, s.recorded_at, s.settled_at, s.meaning,
        s.credited_minutes, s.version
      FROM upw_session s
      """;

  /**
   * How an order gets on, in minutes.
   *
   * @param planned minutes of sessions to come and of those that wait for their outcome
   * @param shortfall minutes that will not be worked by {@code lastDay}, as sessions are planned now
   * @param lastDay the last day of the twelve months, or of what the court extended them to
   * @param lastSession the day of the last session that is planned; null where none is
   * @param withoutOutcome how many sessions are over and wait for their outcome
   */
  public record Progress(int ordered, int credited, int education, int remaining, int planned, int shortfall, LocalDate lastDay, LocalDate lastSession, int withoutOutcome) {}

  private final Orders orders;
  private final JdbcClient jdbc;
  private final Clock clock;

  Sessions(Orders orders, JdbcClient jdbc, Clock clock) {
    this.orders = orders;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @throws NoSuchElementException with a sentence, where there is none */
  public Session get(long id) {
    return one(id, "");
  }

  /** As {@link #get}, and nobody else changes the session until the transaction ends. Its order must be locked before it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Session lock(long id) {
    return one(id, " FOR UPDATE");
  }

  public Optional<Session> find(long id) {
    return jdbc.sql(SELECT + "WHERE s.id = ?").param(id).query(Sessions::session).optional();
  }

  public Optional<Session> find(String reference) {
    return jdbc.sql(SELECT + "WHERE s.session_reference = ?").param(reference).query(Sessions::session).optional();
  }

  /** Every session of the order, the first first, cancelled ones too. */
  public List<Session> ofOrder(long orderId) {
    return jdbc.sql(SELECT + "WHERE s.order_id = ? ORDER BY s.on_date, s.start_time, s.id").param(orderId).query(Sessions::session).list();
  }

  /** Sessions of the case that are over and of which nobody has said what became of them. */
  public List<Session> openAppointments(long caseId) {
    LocalDateTime now = LocalDateTime.now(clock);
    return jdbc.sql(SELECT + """
            JOIN upw_order o ON o.id = s.order_id
            WHERE o.case_id = :case AND s.state = 'PLANNED' AND (s.on_date < :today OR s.on_date = :today AND s.end_time <= :now) ORDER BY s.on_date, s.start_time, s.id
            """)
        .param("case", caseId).param("today", now.toLocalDate()).param("now", now.toLocalTime())
        .query(Sessions::session)
        .list();
  }

  @Transactional(readOnly = true)
  public Progress progress(long orderId) {
    Order order = orders.get(orderId);
    LocalDateTime now = LocalDateTime.now(clock);
    int remaining = RemainingMinutes.of(order.minutesOrdered(), order.minutesCredited());
    LocalDate lastDay = order.lastDay();
    List<Session> open = open(orderId);
    List<Shortfall.Planned> planned = open.stream().map(session -> new Shortfall.Planned(session.on(), session.plannedMinutes())).toList();
    return new Progress(
        order.minutesOrdered(), order.minutesCredited(), order.eteMinutesCredited(), remaining, planned.stream().mapToInt(Shortfall.Planned::minutes).sum(),
        Shortfall.of(remaining, planned, lastDay), lastDay, open.stream().map(Session::on).max(Comparator.naturalOrder()).orElse(null),
        Math.toIntExact(open.stream().filter(session -> session.state() == SessionState.PLANNED && session.on().atTime(session.end()).isBefore(now)).count()));
  }

  /** Sessions of the order that are planned or whose outcome is not settled, the first first. */
  List<Session> open(long orderId) {
    return jdbc.sql(SELECT + "WHERE s.order_id = ? AND s.state IN ('PLANNED', 'RECORDED') ORDER BY s.on_date, s.start_time, s.id").param(orderId).query(Sessions::session).list();
  }

  List<Session> all(Collection<Long> ids) {
    return ids.isEmpty() ? List.of() : jdbc.sql(SELECT + "WHERE s.id IN (:ids) ORDER BY s.on_date, s.start_time, s.id").param("ids", ids).query(Sessions::session).list();
  }

  /** Which of these sessions is done next: the first whose outcome is there, otherwise the first. */
  static Optional<Session> next(Collection<Session> open) {
    Comparator<Session> byTime = Comparator.comparing(Session::on).thenComparing(Session::start).thenComparing(Session::id);
    return Stream.of(SessionState.RECORDED, SessionState.PLANNED).flatMap(state -> open.stream().filter(session -> session.state() == state).min(byTime).stream()).findFirst();
  }

  private Session one(long id, String locked) {
    return jdbc.sql(SELECT + "WHERE s.id = ?" + locked).param(id).query(Sessions::session).optional()
        .orElseThrow(() -> new NoSuchElementException("There is no session with the number %d.".formatted(id)));
  }

  private static Session session(ResultSet row, int n) throws SQLException {
    String meaning = row.getString("meaning");
    return new Session(
        row.getLong("id"), row.getString("session_reference"), row.getLong("order_id"), row.getString("project_code"), row.getObject("on_date", LocalDate.class),
        row.getObject("start_time", LocalTime.class), row.getObject("end_time", LocalTime.class), row.getObject("worked_from", LocalTime.class),
        row.getObject("worked_until", LocalTime.class), row.getString("outcome_code"), row.getInt("penalty_minutes"), row.getString("quality"), row.getString("behaviour"),
        row.getBoolean("noted"), row.getBoolean("notes_sensitive"), row.getBoolean("explained"), row.getBoolean("very_serious"), SessionState.valueOf(row.getString("state")),
        row.getString("recorded_by"), Utc.instant(row, "recorded_at"), Utc.instant(row, "settled_at"), meaning == null ? null : Meaning.valueOf(meaning),
        row.getInt("credited_minutes"), row.getInt("version"));
  }
}
