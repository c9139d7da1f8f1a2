package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Finds orders. */
@Service
@NamedInterface("order")
public class Orders {
  private static final String SELECT = """
      SELECT o.id, o.case_id, o.requirement_id, o.sub_type_code, o.minutes_ordered, o.minutes_credited, o.ete_minutes_credited, o.sentence_date, o.status, o.warnings_imported,
        o.imported_on, o.home_postcode_district, o.available_days, o.exclusions, o.skills, o.needs_access, o.state, o.waiting, o.received_at, o.team_code, o.allocated_on,
        o.induction_on, o.assessed_at, o.suitable, o.spo_approved, o.practitioner_approved, o.project_code, o.frequency, o.first_session_on, o.instructed_at, o.learning_taken_up,
        o.court_applied_on, o.extended_to, o.completed_at, o.stopped_at, o.stop_reason, o.version
      FROM upw_order o
      """;

  static final String IN_PROCESS = "o.process_instance_key IS NOT NULL AND o.received_at IS NOT NULL AND NOT o.waiting";

  private final JdbcClient jdbc;

  Orders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @throws NoSuchElementException with a sentence, where there is none */
  public Order get(long id) {
    return one(id, "");
  }

  public Optional<Order> find(long id) {
    return jdbc.sql(SELECT + "WHERE o.id = ?").param(id).query(Orders::order).optional();
  }

  /** As {@link #get}, and nobody else changes the order until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Order lock(long id) {
    return one(id, " FOR UPDATE");
  }

  /** The orders of an event, the first first. */
  public List<Order> find(String crn, int eventNumber) {
    return jdbc.sql(SELECT + "JOIN probation_case c ON c.id = o.case_id WHERE c.crn = ? AND c.event_number = ? ORDER BY o.id")
        .params(crn, eventNumber)
        .query(Orders::order)
        .list();
  }

  /** The orders of a case, the first first. */
  public List<Order> ofCase(long caseId) {
    return jdbc.sql(SELECT + "WHERE o.case_id = ? ORDER BY o.id").param(caseId).query(Orders::order).list();
  }

  /** The orders of these cases in one of these states, the first first. */
  public List<Order> ofCases(Collection<Long> caseIds, Collection<OrderState> states) {
    if (caseIds.isEmpty()) return List.of();
    return jdbc.sql(SELECT + "WHERE o.case_id IN (:cases) AND o.state IN (:states) ORDER BY o.id")
        .param("cases", caseIds)
        .param("states", states.stream().map(OrderState::name).toList())
        .query(Orders::order)
        .list();
  }

  /** Those whose process was started and does not wait for a handover; some may have ended. */
  List<Order> inProcess() {
    return jdbc.sql(SELECT + "WHERE " + IN_PROCESS + " ORDER BY o.id").query(Orders::order).list();
  }

  /** Those of these orders that are in the state. */
  public List<Order> all(Collection<Long> ids, OrderState state) {
    if (ids.isEmpty()) return List.of();
    return jdbc.sql(SELECT + "WHERE o.id IN (:ids) AND o.state = :state ORDER BY o.id").param("ids", ids).param("state", state.name()).query(Orders::order).list();
  }

  /** Changes an order that is locked: name the columns, then save. */
  public Change change(long id) {
    return new Change(id);
  }

  /** What becomes of an order. */
  public final class Change {
    private final long id;
    private final Map<String, Object> columns = new LinkedHashMap<>();

    private Change(long id) {
      this.id = id;
    }

    /** @param value null empties the column; states, dates and moments as they are */
    public Change set(String column, Object value) {
      columns.put(column, switch (value) {
        case Enum<?> name -> name.name();
        case Instant at -> Utc.of(at);
        case null, default -> value;
      });
      return this;
    }

    public void save() {
      String assignments = columns.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
      jdbc.sql("UPDATE upw_order SET " + assignments + ", version = version + 1 WHERE id = :id").params(columns).param("id", id).update();
    }
  }

  private Order one(long id, String locked) {
    Optional<Order> order = jdbc.sql(SELECT + "WHERE o.id = ?" + locked).param(id).query(Orders::order).optional();
    return order.orElseThrow(() -> new NoSuchElementException("There is no unpaid work order with the number %d.".formatted(id)));
  }

  private static Order order(ResultSet row, int n) throws SQLException {
    String frequency = row.getString("frequency");
    return new Order(
        row.getLong("id"), row.getLong("case_id"), row.getString("requirement_id"), row.getString("sub_type_code"), row.getInt("minutes_ordered"),
        row.getInt("minutes_credited"), row.getInt("ete_minutes_credited"), date(row, "sentence_date"), row.getString("status"), row.getInt("warnings_imported"),
        date(row, "imported_on"), row.getString("home_postcode_district"), row.getString("available_days"), row.getString("exclusions"), row.getString("skills"),
        flag(row, "needs_access"), OrderState.valueOf(row.getString("state")), row.getBoolean("waiting"), Utc.instant(row, "received_at"), row.getString("team_code"),
        date(row, "allocated_on"), date(row, "induction_on"), Utc.instant(row, "assessed_at"), flag(row, "suitable"), flag(row, "spo_approved"),
        flag(row, "practitioner_approved"), row.getString("project_code"), frequency == null ? null : Frequency.valueOf(frequency), date(row, "first_session_on"),
        Utc.instant(row, "instructed_at"), flag(row, "learning_taken_up"), date(row, "court_applied_on"), date(row, "extended_to"), Utc.instant(row, "completed_at"),
        Utc.instant(row, "stopped_at"), row.getString("stop_reason"), row.getInt("version"));
  }

  private static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static Boolean flag(ResultSet row, String column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? null : value;
  }
}
