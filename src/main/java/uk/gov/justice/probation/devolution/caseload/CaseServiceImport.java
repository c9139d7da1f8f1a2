package uk.gov.justice.probation.devolution.caseload;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.KnownCodes;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Imports which unit does which service for a case. A region's data lead can change the services of the region's cases.
 * When the unit changes, the open row ends and stays as history, and a new one begins. A frozen queue neither receives
 * nor loses cases this way. Data older than what is known is refused, so that an old file cannot undo a handover.
 */
@Component
class CaseServiceImport implements StagedImport {
    private static final String FROZEN = """
       FROM staged_case_service s JOIN handover_frozen_queue_view q ON q.unfrozen_at IS NULL AND q.region_code = s.region_code AND q.service_code = s.service_code
      LEFT JOIN handover_plan_row_view h ON h.handover_id = q.handover_id
      """;

    private static final Duration CLOCKS_APART = Duration.ofMinutes(15);

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final CaseChangeBatch changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseServiceImport(
            KnownCodes known, Contradictions contradictions, CaseChangeBatch changes, JdbcClient jdbc, Clock clock) {
        this.known = known;
        this.contradictions = contradictions;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String file() {
        return "case-services";
    }

    @Override
    public String purpose() {
        return "Who does which service for a case. A row with another unit ends what was before and keeps it as history.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(CaseImport.ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("crn", "of a known case of your region", "Z900001"),
                new Column("eventNumber", "of that case", "1"),
                new Column("service", "the code of a service; one row for each case and service", "UPW_ADMINISTRATION"),
                new Column("unit", "the code of the unit that does it", "PSC_LIVERPOOL"),
                new Column("workInProgress", "true if somebody is working on it, otherwise false", "true"),
                new Column(
                        "lastChanged",
                        "when it was changed last, with its offset, in the past",
                        "2021-01-01T09:00:00Z"));
    }

    @Override
    public String table() {
        return "staged_case_service";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "crn CHAR(7)",
                "event_number INT",
                "service_code VARCHAR(40)",
                "unit_code VARCHAR(20)",
                "work_in_progress BOOLEAN",
                "last_changed DATETIME(3)",
                "case_id BIGINT",
                "region_code VARCHAR(8)",
                "open_id BIGINT",
                "open_unit_code VARCHAR(20)",
                "open_work_in_progress BOOLEAN",
                "open_last_changed DATETIME(3)",
                "handed_over BOOLEAN");
    }

    @Override
    public String besideTheCase() {
        return ", service_code";
    }

    @Override
    public RowReader reader(Colleague importer) {
        Set<String> services = known.of("service");
        Set<String> units = known.of("unit");
        var keys = new DistinctKeys("crn");
        LocalDateTime latest = Utc.of(clock.instant()).plus(CLOCKS_APART);
        return row -> {
            CaseKey key = CaseKey.of(row);
            String service = row.required("service").in(services, "is not a service");
            if (key.text() != null && service != null) keys.add(row, key.text() + "/" + service);
            String unit = row.required("unit").in(units, "is not a unit");
            Boolean workInProgress = row.required("workInProgress").flag();
            LocalDateTime lastChanged = row.required("lastChanged").moment();
            if (lastChanged != null && lastChanged.isAfter(latest)) row.reject("lastChanged", "is in the future");
            return new Object[] {key.crn(), key.eventNumber(), service, unit, workInProgress, lastChanged};
        };
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        lookUp();
        holdUnits();
        report(
                badRows,
                "crn",
                "has no such event: import the file 'cases' first",
                "SELECT line, crn, '' FROM staged_case_service WHERE case_id IS NULL AND crn IS NOT NULL AND event_number IS NOT NULL");
        contradictions.ofOtherRegions(
                badRows,
                table(),
                "crn",
                "belongs to",
                "SELECT line, crn, region_code FROM staged_case_service WHERE region_code NOT IN (:own)",
                known.regionsOf(importer, CaseImport.ROLE));
        report(
                badRows,
                "lastChanged",
                "is older than what is known (%s)",
                "SELECT line, " + iso("last_changed") + ", " + iso("open_last_changed")
                        + " FROM staged_case_service WHERE last_changed < open_last_changed");
        report(
                badRows,
                "unit",
                "is older than the handover of this service to %s",
                "SELECT line, unit_code, open_unit_code FROM staged_case_service WHERE unit_code <> open_unit_code AND handed_over AND last_changed >= open_last_changed");
        report(
                badRows,
                "lastChanged",
                "is what is known already, with other content; a change needs a later moment",
                "SELECT line, " + iso("last_changed") + """
            , '' FROM staged_case_service
            WHERE last_changed = open_last_changed AND (unit_code <> open_unit_code AND NOT handed_over OR unit_code = open_unit_code AND work_in_progress <> open_work_in_progress)""");
        report(
                badRows,
                "unit",
                "cannot change: the queue is frozen by handover %s",
                "SELECT DISTINCT s.line, s.unit_code, COALESCE(h.plan_row_id, q.handover_id)" + FROZEN
                        + "WHERE s.unit_code <> s.open_unit_code AND q.unit_code IN (s.unit_code, s.open_unit_code)");
        report(
                badRows,
                "unit",
                "cannot receive a case: the queue is frozen by handover %s",
                "SELECT DISTINCT s.line, s.unit_code, COALESCE(h.plan_row_id, q.handover_id)" + FROZEN
                        + "WHERE s.open_id IS NULL AND q.unit_code = s.unit_code");
    }

    /**
     * Locks the cases and open rows that the file is about, and reads what is known of each. {@code handed_over} means
     * that a handover gave the service to its unit after the time in the file.
     */
    private void lookUp() {
        String known = """
        staged_case_service s JOIN probation_case c ON c.crn = s.crn AND c.event_number = s.event_number
        LEFT JOIN case_service t ON t.case_id = c.id AND t.service_code = s.service_code AND t.open_mark = 1
        """;
        jdbc.sql("SELECT COUNT(t.id) FROM " + known + " FOR UPDATE")
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE " + known + """
        SET s.case_id = c.id, s.region_code = c.region_code, s.open_id = t.id, s.open_unit_code = t.unit_code, s.open_work_in_progress = t.work_in_progress,
          s.open_last_changed = t.last_changed, s.handed_over = t.begun_by_handover IS NOT NULL AND s.last_changed <= t.responsible_from
        """).update();
    }

    /** Freezing a queue locks its unit, so a freeze waits until the file is imported. */
    private void holdUnits() {
        jdbc.sql(
                        "SELECT u.code FROM unit u WHERE EXISTS (SELECT 1 FROM staged_case_service s WHERE u.code IN (s.unit_code, s.open_unit_code)) ORDER BY u.code LOCK IN SHARE MODE")
                .query(String.class)
                .list();
    }

    private void report(BadRows badRows, String column, String reason, String sql) {
        contradictions.report(badRows, column, reason, sql, Map.of());
    }

    @Override
    public Taken take(Colleague importer) {
        LocalDateTime now = Utc.of(clock.instant());
        changes.ofServices(importer);
        int sameUnit = jdbc.sql("""
        UPDATE case_service t JOIN staged_case_service s ON s.open_id = t.id
        SET t.work_in_progress = s.work_in_progress, t.last_changed = s.last_changed
        WHERE s.unit_code = s.open_unit_code AND s.last_changed > s.open_last_changed
        """).update();
        int otherUnit = jdbc.sql(
                        "UPDATE case_service t JOIN staged_case_service s ON s.open_id = t.id SET t.responsible_until = :now WHERE s.unit_code <> s.open_unit_code")
                .param("now", now)
                .update();
        int begun = jdbc.sql("""
        INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, work_in_progress, last_changed)
        SELECT case_id, service_code, unit_code, region_code, :now, work_in_progress, last_changed
        FROM staged_case_service WHERE open_id IS NULL OR unit_code <> open_unit_code ORDER BY line
        """).param("now", now).update();
        return new Taken(begun - otherUnit, sameUnit + otherUnit);
    }

    private static String iso(String column) {
        return "CONCAT(LEFT(DATE_FORMAT(%s, '%%Y-%%m-%%dT%%H:%%i:%%s.%%f'), 23), 'Z')".formatted(column);
    }
}
