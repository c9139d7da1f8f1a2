package uk.gov.justice.probation.devolution.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.handover.HandoverReport.Counts;
import uk.gov.justice.probation.devolution.handover.HandoverReport.DecisionMade;
import uk.gov.justice.probation.devolution.handover.HandoverReport.GateAnswer;

/**
 * How far handovers have come. For a region that was launched more than once, the latest launch unless another is
 * requested.
 */
@Service
@Transactional(readOnly = true)
public class HandoverOverview {

    /** Which handovers; null means any. */
    public record Filter(String region, String service, HandoverState state, String planRowId) {
        public static final Filter ALL = new Filter(null, null, null, null);
    }

    /** A batch of a transfer. What it moved and found changed is null until it is done. */
    public record Batch(int round, int number, Integer moved, Integer changed, Instant doneAt) {}

    private static final String LIST_SEPARATOR = "\\|";
    private static final String SELECT = """
      SELECT h.*, r.name AS region_name, COALESCE(n.name, h.service) AS service_name, COALESCE(s.name, 'All cases') AS scope_name,
        CASE WHEN h.state = :moving THEN (SELECT COALESCE(SUM(b.moved), 0) FROM handover_batch b WHERE b.handover_id = h.id) ELSE h.moved END AS moved_so_far
      FROM handover h JOIN region r ON r.code = h.region_code LEFT JOIN plan_service_name n ON n.code = h.service LEFT JOIN scope s ON s.code = h.scope
      """;
    private static final String LATEST =
            "h.regional_programme_id IN (SELECT MAX(id) FROM programme_launch_view GROUP BY region_code)";

    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverOverview(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<HandoverReport> latest(Filter filter) {
        return reports(jdbc.sql(SELECT + "WHERE " + LATEST + """
             AND (:region IS NULL OR h.region_code = :region) AND (:service IS NULL OR h.service = :service)
             AND (:state IS NULL OR h.state = :state) AND (:row IS NULL OR h.plan_row_id = :row) ORDER BY h.id
            """)
                .param("region", filter.region())
                .param("service", filter.service())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("row", filter.planRowId()));
    }

    public List<HandoverReport> ofLaunch(long programmeId) {
        return reports(jdbc.sql(
                        SELECT
                                + "WHERE h.regional_programme_id IN (SELECT id FROM programme_launch_view WHERE programme_id = :programme) ORDER BY h.id")
                .param("programme", programmeId));
    }

    public Optional<HandoverReport> find(long id) {
        return reports(jdbc.sql(SELECT + "WHERE h.id = :id").param("id", id)).stream()
                .findFirst();
    }

    public List<Batch> batches(long id) {
        return jdbc.sql(
                        "SELECT round, batch, moved, changed, done_at FROM handover_batch WHERE handover_id = ? ORDER BY round, batch")
                .param(id)
                .query((row, n) -> new Batch(
                        row.getInt("round"),
                        row.getInt("batch"),
                        row.getObject("moved", Integer.class),
                        row.getObject("changed", Integer.class),
                        Utc.instant(row, "done_at")))
                .list();
    }

    private List<HandoverReport> reports(JdbcClient.StatementSpec statement) {
        Map<String, String> units = units();
        List<HandoverReport> found = statement
                .param("moving", HandoverState.TRANSFER.name())
                .query((row, n) -> report(row, units))
                .list();
        if (found.isEmpty()) return found;
        List<Long> ids = found.stream().map(HandoverReport::id).toList();
        Map<Long, Map<Gate, GateAnswer>> answers = answers(ids);
        Map<Long, List<DecisionMade>> decisions = decisions(ids);
        return found.stream()
                .map(handover -> handover.with(
                        answers.getOrDefault(handover.id(), Map.of()),
                        decisions.getOrDefault(handover.id(), List.of())))
                .toList();
    }

    /** Only what the row itself says: no gates and no decisions. */
    private HandoverReport report(ResultSet row, Map<String, String> units) throws SQLException {
        Function<String, CodeAndName> unit = code -> new CodeAndName(code, units.getOrDefault(code, code));
        HandoverState state = HandoverState.valueOf(row.getString("state"));
        LocalDate due = row.getObject("due", LocalDate.class);
        Instant transferredAt = Utc.instant(row, "transferred_at");
        Instant closedAt = Utc.instant(row, "closed_at");
        return new HandoverReport(
                row.getLong("id"),
                row.getString("plan_row_id"),
                HandoverKind.valueOf(row.getString("kind")),
                new CodeAndName(row.getString("region_code"), row.getString("region_name")),
                new CodeAndName(row.getString("service"), row.getString("service_name")),
                new CodeAndName(row.getString("scope"), row.getString("scope_name")),
                split(row.getString("from_units")).stream().map(unit).toList(),
                row.getString("to_unit").isBlank() ? null : unit.apply(row.getString("to_unit")),
                row.getObject("window_start", LocalDate.class),
                due,
                row.getObject("planned_date", LocalDate.class),
                state,
                daysLate(state, due, transferredAt == null ? closedAt : transferredAt),
                new Counts(
                        row.getObject("in_scope", Integer.class),
                        row.getObject("work_in_progress", Integer.class),
                        row.getInt("moved_so_far"),
                        row.getInt("left_behind")),
                Utc.instant(row, "inventory_taken_at"),
                transferredAt,
                closedAt,
                row.getString("process_instance_key"),
                split(row.getString("gates")).stream()
                        .map(Gate::valueOf)
                        .map(GateAnswer::open)
                        .toList(),
                List.of());
    }

    private int daysLate(HandoverState state, LocalDate due, Instant done) {
        boolean givenUp = state == HandoverState.CANCELLED || state == HandoverState.CALLED_OFF;
        if (due == null || givenUp) return 0;
        LocalDate day = done == null ? LocalDate.now(clock) : LocalDate.ofInstant(done, clock.getZone());
        return (int) Math.max(0, ChronoUnit.DAYS.between(due, day));
    }

    private Map<Long, Map<Gate, GateAnswer>> answers(List<Long> ids) {
        record Row(long handover, GateAnswer answer) {}
        return jdbc
                .sql(
                        "SELECT handover_id, gate, met, answer, required, actual, answered_by, answered_at FROM handover_gate WHERE handover_id IN (:ids)")
                .param("ids", ids)
                .query((row, n) -> new Row(
                        row.getLong("handover_id"),
                        new GateAnswer(
                                Gate.valueOf(row.getString("gate")),
                                row.getBoolean("met"),
                                row.getString("answer"),
                                row.getObject("required", Integer.class),
                                row.getObject("actual", Integer.class),
                                row.getString("answered_by"),
                                Utc.instant(row, "answered_at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::handover, Collectors.toMap(row -> row.answer().gate(), Row::answer)));
    }

    private Map<Long, List<DecisionMade>> decisions(List<Long> ids) {
        record Row(long handover, DecisionMade decision) {}
        return jdbc
                .sql("""
            SELECT handover_id, step, outcome, readiness, reasons, note, new_date, made_by, made_at FROM handover_decision
            WHERE handover_id IN (:ids) ORDER BY id
            """)
                .param("ids", ids)
                .query((row, n) -> new Row(
                        row.getLong("handover_id"),
                        new DecisionMade(
                                row.getString("step"),
                                row.getString("outcome"),
                                row.getString("readiness"),
                                row.getString("reasons"),
                                row.getString("note"),
                                row.getObject("new_date", LocalDate.class),
                                row.getString("made_by"),
                                Utc.instant(row, "made_at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::handover, Collectors.mapping(Row::decision, Collectors.toList())));
    }

    private Map<String, String> units() {
        record Row(String code, String name) {}
        return jdbc
                .sql("SELECT code, name FROM unit")
                .query((row, n) -> new Row(row.getString("code"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::code, Row::name));
    }

    private static List<String> split(String list) {
        return list.isBlank() ? List.of() : Arrays.asList(list.split(LIST_SEPARATOR));
    }
}
