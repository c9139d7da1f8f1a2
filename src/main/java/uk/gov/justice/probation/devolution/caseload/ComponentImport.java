package uk.gov.justice.probation.devolution.caseload;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.KnownCodes;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Imports the components of cases: other requirements, licence conditions, appointments, warrants, breaches and
 * registrations. The file format is our own. A region's data lead can change the components of the region's cases.
 * Versions never go down, and content never changes without a higher version.
 */
@Component
class ComponentImport implements StagedImport {
    private static final Role ROLE = Role.DATA_LEAD;
    private static final Set<String> KINDS =
            Arrays.stream(ComponentKind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9/_-]{1,30}");
    private static final Pattern OUTCOME = Pattern.compile("[A-Z0-9_]{1,20}");
    private static final String DIFFERS =
            Contradictions.differs("s", "t", "label", "started_on", "closed_on", "outcome_code");
    private static final String KNOWN = """
      FROM staged_component s JOIN probation_case c ON c.crn = s.crn AND c.event_number = s.event_number
      JOIN case_component t ON t.case_id = c.id AND t.kind = s.kind AND t.reference = s.reference
      """;

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    ComponentImport(KnownCodes known, Contradictions contradictions, JdbcClient jdbc) {
        this.known = known;
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "case-components";
    }

    @Override
    public String purpose() {
        return "What else a case consists of or waits for. A termination closes it or is blocked by it.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("crn", "of a known case of your region", "Z900001"),
                new Column("eventNumber", "of that case", "1"),
                new Column(
                        "kind",
                        "REQUIREMENT, LICENCE_CONDITION, APPOINTMENT, WARRANT, BREACH or REGISTRATION",
                        "REQUIREMENT"),
                new Column("reference", "up to 30 letters, digits, slashes, hyphens and underscores", "REF1"),
                new Column(
                        "label",
                        "at most 80 characters, shown to those who work on the case",
                        "Rehabilitation activity"),
                new Column("startedOn", "such as 2021-01-31", "2021-01-01"),
                new Column("closedOn", "optional: until then it is open", "2021-02-01"),
                new Column(
                        "outcome",
                        "optional: a code of capital letters, digits and underscores, of what is closed or of an appointment",
                        "DONE"),
                new Column("version", "a whole number that rises with every change", "1"));
    }

    @Override
    public String table() {
        return "staged_component";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "crn CHAR(7)",
                "event_number INT",
                "kind VARCHAR(20)",
                "reference VARCHAR(30)",
                "label VARCHAR(80)",
                "started_on DATE",
                "closed_on DATE",
                "outcome_code VARCHAR(20)",
                "version INT",
                "KEY (crn, event_number, kind, reference)");
    }

    @Override
    public String besideTheCase() {
        return ", kind, reference";
    }

    @Override
    public RowReader reader(Colleague importer) {
        known.regionsOf(importer, ROLE);
        var keys = new DistinctKeys("reference");
        return row -> {
            CaseKey key = CaseKey.of(row);
            String kind = row.required("kind")
                    .in(KINDS, "must be REQUIREMENT, LICENCE_CONDITION, APPOINTMENT, WARRANT, BREACH or REGISTRATION");
            String reference = row.required("reference")
                    .matching(REFERENCE, "must be up to 30 letters, digits, slashes, hyphens and underscores");
            if (key.text() != null && kind != null && reference != null)
                keys.add(row, "%s/%s/%s".formatted(key.text(), kind, reference));
            LocalDate started = row.required("startedOn").date();
            LocalDate closed = row.optional("closedOn").date();
            if (started != null && closed != null && closed.isBefore(started))
                row.reject("closedOn", "is before it started");
            String outcome = row.optional("outcome")
                    .matching(OUTCOME, "must be up to 20 capital letters, digits and underscores");
            if (outcome != null
                    && row.text("closedOn").isEmpty()
                    && !ComponentKind.APPOINTMENT.name().equals(kind))
                row.reject("outcome", "is given, but no day on which it was closed");
            return new Object[] {
                key.crn(),
                key.eventNumber(),
                kind,
                reference,
                row.required("label").text(80),
                started,
                closed,
                outcome,
                row.required("version").integer(1, 999_999_999)
            };
        };
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.report(badRows, "crn", "has no such event: import the file 'cases' first", """
        SELECT s.line, s.crn, '' FROM staged_component s LEFT JOIN probation_case c ON c.crn = s.crn AND c.event_number = s.event_number
        WHERE c.id IS NULL AND s.crn IS NOT NULL AND s.event_number IS NOT NULL""", Map.of());
        contradictions.ofOtherRegions(badRows, table(), "crn", "belongs to", """
        SELECT s.line, s.crn, c.region_code FROM staged_component s JOIN probation_case c ON c.crn = s.crn AND c.event_number = s.event_number
        WHERE c.region_code NOT IN (:own)""", known.regionsOf(importer, ROLE));
        contradictions.report(
                badRows,
                "version",
                "goes back: version %s is known already",
                "SELECT s.line, s.version, t.version " + KNOWN + "WHERE s.version < t.version",
                Map.of());
        contradictions.report(
                badRows,
                "version",
                "is known already with other content; a changed component needs a higher version",
                "SELECT s.line, s.version, '' " + KNOWN + "WHERE s.version = t.version AND " + DIFFERS,
                Map.of());
    }

    @Override
    public Taken take(Colleague importer) {
        int changed = jdbc.sql("""
        UPDATE case_component t JOIN probation_case c ON c.id = t.case_id
        JOIN staged_component s ON s.crn = c.crn AND s.event_number = c.event_number AND s.kind = t.kind AND s.reference = t.reference
        SET t.label = s.label, t.started_on = s.started_on, t.closed_on = s.closed_on, t.outcome_code = s.outcome_code, t.version = s.version
        WHERE s.version > t.version
        """).update();
        int added = jdbc.sql("""
        INSERT INTO case_component (case_id, kind, reference, label, started_on, closed_on, outcome_code, version)
        SELECT c.id, s.kind, s.reference, s.label, s.started_on, s.closed_on, s.outcome_code, s.version
        FROM staged_component s JOIN probation_case c ON c.crn = s.crn AND c.event_number = s.event_number
        LEFT JOIN case_component t ON t.case_id = c.id AND t.kind = s.kind AND t.reference = s.reference
        WHERE t.id IS NULL ORDER BY s.line
        """).update();
        return new Taken(added, changed);
    }
}
