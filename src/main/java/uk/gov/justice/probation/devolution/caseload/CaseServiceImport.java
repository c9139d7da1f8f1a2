package uk.gov.justice.probation.devolution.caseload;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.CsvImport;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.imports.KnownCodes;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Who does which service for a case. A region's data lead changes the services of the region's cases. Another unit ends the open row, which stays as history, and begins
 * a new one; a frozen queue takes no case in that way and lets none out. What is older than what is known is refused, so that an old file never undoes a handover.
 */
@Component
class CaseServiceImport implements CsvImport, StagedImport {
  private static final String OPEN_ROWS = """
       FROM staged_case_service s JOIN probation_case c ON c.crn = s.crn AND c.event_number = s.event_number
      JOIN case_service t ON t.case_id = c.id AND t.service_code = s.service_code AND t.open_mark = 1
      """;
  private static final String WITHOUT_OPEN_ROW = """
      FROM staged_case_service s JOIN probation_case c ON c.crn = s.crn AND c.event_number = s.event_number
      LEFT JOIN case_service t ON t.case_id = c.id AND t.service_code = s.service_code AND t.open_mark = 1
      WHERE t.id IS NULL
      """;

  private final Imports imports;
  private final KnownCodes known;
  private final Contradictions contradictions;
  private final JdbcClient jdbc;
  private final Clock clock;

  CaseServiceImport(Imports imports, KnownCodes known, Contradictions contradictions, JdbcClient jdbc, Clock clock) {
    this.imports = imports;
    this.known = known;
    this.contradictions = contradictions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public ImportCounts take(InputStream csv, Colleague importer) {
    return imports.take(this, csv, importer);
  }

  @Override
  public String file() {
    return "case-services";
  }

  @Override
  public List<String> columns() {
    return List.of("crn", "eventNumber", "service", "unit", "workInProgress", "lastChanged");
  }

  @Override
  public String table() {
    return "staged_case_service";
  }

  @Override
  public String definition() {
    return """
        crn CHAR(7) NOT NULL, event_number INT NOT NULL, service_code VARCHAR(40) NOT NULL, unit_code VARCHAR(20) NOT NULL, work_in_progress BOOLEAN NOT NULL,
        last_changed DATETIME(3) NOT NULL, UNIQUE KEY (crn, event_number, service_code)
        """;
  }

  @Override
  public RowReader reader(Colleague importer) {
    Set<String> services = known.of("service");
    Set<String> units = known.of("unit");
    var keys = new DistinctKeys("crn");
    return row -> {
      CaseKey key = CaseKey.of(row);
      String service = row.required("service").in(services, "is not a service");
      if (key.text() != null && service != null) keys.add(row, key.text() + "/" + service);
      return new Object[] {
          key.crn(), key.eventNumber(), service,
          row.required("unit").in(units, "is not a unit"),
          row.required("workInProgress").flag(),
          row.required("lastChanged").moment()};
    };
  }

  @Override
  public void check(BadRows badRows, Colleague importer) {
    contradictions.report(badRows, "crn", "has no such event: take the file 'cases' first", """
        SELECT s.line, s.crn, '' FROM staged_case_service s LEFT JOIN probation_case c ON c.crn = s.crn AND c.event_number = s.event_number WHERE c.id IS NULL""", Map.of());
    contradictions.report(badRows, "crn", "belongs to region %s, which you may not change", """
        SELECT s.line, s.crn, c.region_code FROM staged_case_service s JOIN probation_case c ON c.crn = s.crn AND c.event_number = s.event_number
        WHERE c.region_code NOT IN (:own)""", Map.of("own", known.regionsOf(importer, CaseImport.ROLE)));
    contradictions.report(badRows, "lastChanged", "is older than what is known (%s)",
        "SELECT s.line, " + iso("s.last_changed") + ", " + iso("t.last_changed") + OPEN_ROWS + "WHERE s.last_changed < t.last_changed", Map.of());
    contradictions.report(badRows, "unit", "is older than the handover of this service to %s",
        "SELECT s.line, s.unit_code, t.unit_code " + OPEN_ROWS + "WHERE s.unit_code <> t.unit_code AND t.begun_by_handover IS NOT NULL AND s.last_changed <= t.responsible_from",
        Map.of());
    contradictions.report(badRows, "lastChanged", "is what is known already, with other content; a change needs a later moment",
        "SELECT s.line, " + iso("s.last_changed") + ", ''" + OPEN_ROWS + """
            WHERE s.last_changed = t.last_changed AND (s.unit_code <> t.unit_code OR s.work_in_progress <> t.work_in_progress)
              AND NOT (s.unit_code <> t.unit_code AND t.begun_by_handover IS NOT NULL AND s.last_changed <= t.responsible_from)""",
        Map.of());
    contradictions.report(badRows, "unit", "cannot change: the queue is frozen by handover %s",
        "SELECT DISTINCT s.line, s.unit_code, COALESCE(h.plan_row_id, q.handover_id) " + OPEN_ROWS + """
            JOIN frozen_queue q ON q.unfrozen_at IS NULL AND q.region_code = c.region_code AND q.service_code = s.service_code AND q.unit_code IN (s.unit_code, t.unit_code)
            LEFT JOIN handover h ON h.id = q.handover_id
            WHERE s.unit_code <> t.unit_code""",
        Map.of());
    contradictions.report(badRows, "unit", "takes no case in: the queue is frozen by handover %s", """
        SELECT s.line, s.unit_code, COALESCE(h.plan_row_id, q.handover_id)
        FROM staged_case_service s JOIN probation_case c ON c.crn = s.crn AND c.event_number = s.event_number
        LEFT JOIN case_service t ON t.case_id = c.id AND t.service_code = s.service_code AND t.open_mark = 1
        JOIN frozen_queue q ON q.unfrozen_at IS NULL AND q.region_code = c.region_code AND q.service_code = s.service_code AND q.unit_code = s.unit_code
        LEFT JOIN handover h ON h.id = q.handover_id
        WHERE t.id IS NULL""", Map.of());
  }

  @Override
  public Taken take() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    int sameUnit = jdbc.sql("""
        UPDATE case_service t
        JOIN probation_case c ON c.id = t.case_id
        JOIN staged_case_service s ON s.crn = c.crn AND s.event_number = c.event_number AND s.service_code = t.service_code
        SET t.work_in_progress = s.work_in_progress, t.last_changed = s.last_changed
        WHERE t.open_mark = 1 AND s.unit_code = t.unit_code AND s.last_changed > t.last_changed
        """).update();
    int otherUnit = jdbc.sql("""
        UPDATE case_service t
        JOIN probation_case c ON c.id = t.case_id
        JOIN staged_case_service s ON s.crn = c.crn AND s.event_number = c.event_number AND s.service_code = t.service_code
        SET t.responsible_until = :now
        WHERE t.open_mark = 1 AND s.unit_code <> t.unit_code
        """).param("now", now).update();
    int begun = jdbc.sql("""
        INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, work_in_progress, last_changed)
        SELECT c.id, s.service_code, s.unit_code, c.region_code, :now, s.work_in_progress, s.last_changed
        """ + WITHOUT_OPEN_ROW + " ORDER BY s.line").param("now", now).update();
    return new Taken(begun - otherUnit, sameUnit + otherUnit);
  }

  private static String iso(String column) {
    return "CONCAT(LEFT(DATE_FORMAT(%s, '%%Y-%%m-%%dT%%H:%%i:%%s.%%f'), 23), 'Z')".formatted(column);
  }
}
