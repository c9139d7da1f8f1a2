package uk.gov.justice.probation.devolution.workforce;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.Contradictions;
import uk.gov.justice.probation.devolution.imports.CsvRow;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.KnownCodes;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Imports free places by site and role. A region's HR can change those at the region's own sites. Places missing from a
 * file stay as they are.
 */
@Component
class VacancyImport implements StagedImport {
    private static final Role ROLE = Role.HR;
    private static final int MOST_PLACES = 500;
    private static final String FTE = "fte";
    private static final int LONGEST_TASK = 80;
    private static final int LONGEST_LIST = 1_000;
    private static final String DIFFERS = Contradictions.differs("s", "t", "places", "fte_percent", "tasks");

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    VacancyImport(KnownCodes known, Contradictions contradictions, JdbcClient jdbc) {
        this.known = known;
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "vacancies";
    }

    @Override
    public String purpose() {
        return "The places that people can choose in a consultation. What a file does not name stays as it is.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("siteCode", "a site of your region; one row for each site and role", "NW_10"),
                new Column(
                        "role",
                        "CA_GENERAL, CA_COURT, CA_UPW, PSO_GENERAL, PSO_UPW, PO, SPO, UPW_SUPERVISOR, PLACEMENT_COORD or MANAGER",
                        "CA_GENERAL"),
                new Column("places", "how many places there are, from 0 to 500; 0 takes the offer back", "3"),
                new Column(
                        "tasks",
                        "optional: what whoever takes the place will do, with a | between tasks of at most 80 characters",
                        "Letters|Telephone"),
                new Column(
                        FTE,
                        "optional: how many full-time equivalents the places are, from 0.01 to 500; if empty, as many as places",
                        "2.4"));
    }

    @Override
    public Set<String> later() {
        return Set.of(FTE);
    }

    @Override
    public String table() {
        return "staged_vacancy";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "site_code VARCHAR(20)",
                "role_code VARCHAR(20)",
                "places INT",
                "tasks VARCHAR(1000)",
                "fte_percent INT",
                "KEY (site_code, role_code)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        known.regionsOf(importer, ROLE);
        Set<String> sites = known.of("site");
        Set<String> roles = known.of("role");
        var keys = new DistinctKeys("siteCode");
        return row -> {
            String site = row.required("siteCode").in(sites, "is not a site");
            String role = row.required("role").in(roles, "is not a role");
            if (site != null && role != null) keys.add(row, site + "/" + role);
            Integer places = row.required("places").integer(0, MOST_PLACES);
            return new Object[] {site, role, places, tasks(row), ftePercent(row, places)};
        };
    }

    private static Integer ftePercent(CsvRow row, Integer places) {
        BigDecimal fte = row.optional(FTE).decimal("0.01", Integer.toString(MOST_PLACES), 2);
        if (fte == null) return null;
        if (places != null && places == 0)
            row.reject(FTE, "must be empty where places is 0, which takes the offer back");
        return fte.movePointRight(2).intValueExact();
    }

    private static String tasks(CsvRow row) {
        String list = row.optional("tasks").text(LONGEST_LIST);
        if (list == null) return "";
        List<String> tasks =
                Arrays.stream(list.split("\\|", -1)).map(String::strip).toList();
        if (tasks.stream().anyMatch(task -> task.isEmpty() || task.length() > LONGEST_TASK)) {
            row.reject(
                    "tasks",
                    "must be tasks of at most %d characters each, with a | between them".formatted(LONGEST_TASK));
        }
        if (tasks.stream().map(task -> task.toLowerCase(Locale.ROOT)).distinct().count() < tasks.size())
            row.reject("tasks", "names a task twice");
        return tasks.stream().collect(Collectors.joining("|"));
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.ofOtherRegions(
                badRows,
                table(),
                "siteCode",
                "is a site of",
                "SELECT s.line, s.site_code, t.region_code FROM staged_vacancy s JOIN site t ON t.code = s.site_code WHERE t.region_code NOT IN (:own)",
                known.regionsOf(importer, ROLE));
    }

    @Override
    public Taken take(Colleague importer) {
        int changed = jdbc.sql("""
        UPDATE vacancy t JOIN staged_vacancy s ON s.site_code = t.site_code AND s.role_code = t.role_code SET t.places = s.places, t.tasks = s.tasks, t.fte_percent = s.fte_percent WHERE
        """ + DIFFERS).update();
        int added = jdbc.sql("""
        INSERT INTO vacancy (site_code, role_code, places, tasks, fte_percent)
        SELECT s.site_code, s.role_code, s.places, s.tasks, s.fte_percent
        FROM staged_vacancy s LEFT JOIN vacancy t ON t.site_code = s.site_code AND t.role_code = s.role_code WHERE t.site_code IS NULL
        """).update();
        return new Taken(added, changed);
    }
}
