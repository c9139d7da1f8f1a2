package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.handover.Gate;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.CsvRow;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.programme.PlanRules.Unit;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Imports the file {@code plan}, in the format of {@code handover-plan.csv}. Only the PSC Service Owner may replace the
 * plan. What is already running continues as it was launched.
 */
@Component
class PlanImport implements StagedImport {
    private static final Set<String> KINDS = names(HandoverKind.values());
    private static final Set<String> GATES = names(Gate.values());
    private static final int LONGEST_REGIONS = 60;
    private static final int LONGEST_LIST = 100;
    private static final String CONTENT =
            "kind, regions, service, scope, from_units, to_unit, window_start, due, due_stated, gates, seed_note";
    private static final String DIFFERS = Contradictions.differs("s", "t", CONTENT.split(", "));

    private final PlanRules rules;
    private final JdbcClient jdbc;

    PlanImport(PlanRules rules, JdbcClient jdbc) {
        this.rules = rules;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "plan";
    }

    @Override
    public String purpose() {
        return "The plan of all handovers. A file replaces the whole plan; what was launched goes on as it was.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of();
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("id", "up to 20 characters; it names the row", "H-NW-1"),
                new Column("kind", "SITE_MOVE, HANDOVER or MILESTONE", "HANDOVER"),
                new Column("region", "codes of regions, with a | between them", "NW"),
                new Column("service", "the code of a service", "GENERAL_ADMINISTRATION"),
                new Column(
                        "scope",
                        "optional: FORMER_CRC_CASES, FORMER_CRC_CASES_EXCEPT_STANDALONE_CP or REMAINING_CASES; empty is all cases",
                        ""),
                new Column("from_unit", "codes of the units that do it now, with a | between them", "PSC_LIVERPOOL"),
                new Column("to_unit", "the code of the unit that takes it over", "REGION_NW"),
                new Column("window_start", "the first day on which it can begin, such as 2021-11-01", "2021-11-01"),
                new Column("due", "the day by which it is to be done, such as 2022-01-31", "2022-01-31"),
                new Column("due_stated", "yes if the day was stated, no if it was assumed", "yes"),
                new Column("gates", "optional: what must hold first, with a | between the words", "BRIEFING"),
                new Column("seed_note", "optional: a note of at most 300 characters", ""));
    }

    @Override
    public String table() {
        return "staged_plan";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "id VARCHAR(20)",
                "kind VARCHAR(10)",
                "regions VARCHAR(60)",
                "service VARCHAR(40)",
                "scope VARCHAR(50)",
                "from_units VARCHAR(100)",
                "to_unit VARCHAR(20)",
                "window_start DATE",
                "due DATE",
                "due_stated BOOLEAN",
                "gates VARCHAR(100)",
                "seed_note VARCHAR(300)",
                "KEY (id)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        return new Reader();
    }

    private final class Reader implements RowReader {
        private final Set<String> regions = rules.regions();
        private final Map<String, Unit> units = rules.units();
        private final PlanFile file = new PlanFile(rules);

        @Override
        public Object[] read(CsvRow line) {
            PlanRow row = row(line);
            file.add(line, row);
            return new Object[] {
                row.id(),
                row.kind() == null ? null : row.kind().name(),
                PlanQuery.join(row.regions()),
                row.service(),
                row.scope(),
                PlanQuery.join(row.fromUnits()),
                row.toUnit(),
                row.windowStart(),
                row.due(),
                row.dueStated(),
                PlanQuery.join(row.gates()),
                row.seedNote()
            };
        }

        private PlanRow row(CsvRow line) {
            String named = line.required("kind").in(KINDS, "must be one of " + sorted(KINDS));
            HandoverKind kind = named == null ? null : HandoverKind.valueOf(named);
            List<String> inRegions = listed(line, "region", LONGEST_REGIONS, regions, "is not a region");
            if (line.text("region").isEmpty()) line.reject("region", "is missing");
            List<String> from = listed(line, "from_unit", LONGEST_LIST, units.keySet(), "is not a unit");
            if (line.text("from_unit").isEmpty() && kind != HandoverKind.MILESTONE)
                line.reject("from_unit", "is missing");
            LocalDate start = line.required("window_start").date();
            LocalDate due = line.optional("due").date();
            if (start != null && due != null && due.isBefore(start))
                line.reject("due", "lies before window_start (%s)".formatted(start));
            String stated = line.required("due_stated").in(Set.of("yes", "no"), "must be yes or no");
            String note = line.optional("seed_note").text(300);
            return new PlanRow(
                    line.required("id").text(20),
                    kind,
                    inRegions,
                    service(line, kind),
                    scope(line),
                    from,
                    to(line, kind, inRegions, from),
                    start,
                    due,
                    "yes".equals(stated),
                    listed(line, "gates", LONGEST_LIST, GATES, "is not a gate: " + sorted(GATES)),
                    note == null ? "" : note);
        }

        private String service(CsvRow line, HandoverKind kind) {
            String service = line.required("service").text(40);
            if (service == null) return null;
            if (!rules.knowsService(service)) {
                line.reject("service", "is not a service");
                return null;
            }
            if (kind != null
                    && kind != HandoverKind.MILESTONE
                    && file.parts(service).isEmpty())
                line.reject("service", "is not a service of a case: only a milestone can have it");
            return service;
        }

        private String scope(CsvRow line) {
            if (line.text("scope").isEmpty()) return "";
            String scope = line.optional("scope").text(50);
            if (scope == null || rules.knowsScope(scope)) return scope;
            line.reject("scope", "is not a scope");
            return null;
        }

        private String to(CsvRow line, HandoverKind kind, List<String> inRegions, List<String> from) {
            String to = line.required("to_unit").in(units.keySet(), "is not a unit");
            if (to == null) return null;
            if (from.contains(to)) line.reject("to_unit", "is a unit the work comes from");
            String region = units.get(to).region();
            if (kind == HandoverKind.SITE_MOVE && region != null)
                line.reject("to_unit", "is a region: a site move goes to another site");
            if (kind == HandoverKind.HANDOVER || kind == HandoverKind.MILESTONE) {
                inRegions.stream()
                        .filter(in -> !in.equals(region))
                        .findFirst()
                        .ifPresent(
                                other -> line.reject("to_unit", "is not the unit of the region %s".formatted(other)));
            }
            return to;
        }
    }

    /** The known values of a list separated by |, each once. Anything else in it is reported. */
    private static List<String> listed(CsvRow line, String column, int longest, Set<String> known, String reason) {
        String list = line.text(column);
        if (list.isEmpty()) return List.of();
        if (list.length() > longest) line.reject(column, "is longer than %d characters".formatted(longest));
        Set<String> values = new LinkedHashSet<>();
        for (String value : list.split("\\|", -1)) {
            if (value.isBlank()) {
                line.reject(column, "has nothing before or after a |");
            } else if (!known.contains(value)) {
                line.reject(column, "'%s' %s".formatted(value, reason));
            } else if (!values.add(value)) {
                line.reject(column, "names %s twice".formatted(value));
            } else {
                continue;
            }
            break;
        }
        return list.length() > longest ? List.of() : List.copyOf(values);
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        if (jdbc.sql("SELECT COUNT(*) FROM staged_plan").query(Long.class).single() == 0)
            badRows.add(1, "", "", "has no row: a plan needs at least one");
    }

    @Override
    public Taken take(Colleague importer) {
        List<String> removed = jdbc.sql(
                        "SELECT t.id FROM plan_row t LEFT JOIN staged_plan s ON s.id = t.id WHERE s.id IS NULL ORDER BY t.position")
                .query(String.class)
                .list();
        int added = jdbc.sql(
                        "SELECT COUNT(*) FROM staged_plan s LEFT JOIN plan_row t ON t.id = s.id WHERE t.id IS NULL")
                .query(Integer.class)
                .single();
        int changed = jdbc.sql("SELECT COUNT(*) FROM staged_plan s JOIN plan_row t ON t.id = s.id WHERE " + DIFFERS)
                .query(Integer.class)
                .single();
        jdbc.sql("DELETE FROM plan_row").update();
        jdbc.sql("INSERT INTO plan_row (id, position, %1$s) SELECT id, line, %1$s FROM staged_plan".formatted(CONTENT))
                .update();
        return new Taken(added, changed, removed);
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    private static String sorted(Set<String> values) {
        return values.stream().sorted().collect(Collectors.joining(", "));
    }
}
