package uk.gov.justice.probation.devolution.workforce;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
 * Imports which team takes in whoever gets a role at a site, the work it does and how long its people have done it. A
 * region's HR provides them for the region's own sites. Teams missing from a file stay as they are.
 */
@Component
class TeamImport implements StagedImport {
    static final Pattern WORK = Pattern.compile("[A-Z][A-Z_]{1,39}");
    static final String NO_WORK = "must be a word in capitals such as COURT";
    static final int MOST_MONTHS = 720;
    private static final Role ROLE = Role.HR;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LIST = 1_000;
    private static final Pattern MONTHS = Pattern.compile("\\d{1,3}");
    private static final String DIFFERS = Contradictions.differs("s", "t", "name", "work", "months");

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    TeamImport(KnownCodes known, Contradictions contradictions, JdbcClient jdbc) {
        this.known = known;
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "teams";
    }

    @Override
    public String purpose() {
        return "The team that takes people in, its work and how long its people have done it. The panel is warned if too few would be experienced.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("siteCode", "a site of your region; one row for each site and role", "NW_10"),
                new Column("role", "the role of the people it takes in, as in the file of vacancies", "CA_COURT"),
                new Column("team", "its name, at most 80 characters; several roles may come to one team", "Court team"),
                new Column("work", "the work it does, a word in capitals", "COURT"),
                new Column(
                        "months",
                        "optional: for each of the people who stay in it, the months for which they have done this work, with a | between them; empty for a new team",
                        "60|24|3"));
    }

    @Override
    public String table() {
        return "staged_team";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "site_code VARCHAR(20)",
                "role_code VARCHAR(20)",
                "name VARCHAR(80)",
                "work VARCHAR(40)",
                "months VARCHAR(1000)",
                "KEY (site_code, role_code)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        known.regionsOf(importer, ROLE);
        Set<String> sites = known.of("site");
        Set<String> roles = known.of("role");
        var keys = new DistinctKeys("siteCode");
        Map<List<String>, String> monthsOf = new HashMap<>();
        return row -> {
            String site = row.required("siteCode").in(sites, "is not a site");
            String role = row.required("role").in(roles, "is not a role");
            if (site != null && role != null) keys.add(row, site + "/" + role);
            String team = row.required("team").text(LONGEST_NAME);
            String work = row.required("work").matching(WORK, NO_WORK);
            String months = months(row);
            if (site != null && team != null && work != null) {
                String before = monthsOf.putIfAbsent(List.of(site, team, work), months);
                if (before != null && !before.equals(months))
                    row.reject("months", "must be the same in every row of this team and work");
            }
            return new Object[] {site, role, team, work, months};
        };
    }

    private static String months(CsvRow row) {
        String list = row.optional("months").text(LONGEST_LIST);
        if (list == null) return "";
        boolean good = Arrays.stream(list.split("\\|", -1))
                .allMatch(each -> MONTHS.matcher(each).matches() && Integer.parseInt(each) <= MOST_MONTHS);
        if (!good) row.reject("months", "must be months from 0 to %d, with a | between them".formatted(MOST_MONTHS));
        return list;
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.ofOtherRegions(
                badRows,
                table(),
                "siteCode",
                "is a site of",
                "SELECT s.line, s.site_code, t.region_code FROM staged_team s JOIN site t ON t.code = s.site_code WHERE t.region_code NOT IN (:own)",
                known.regionsOf(importer, ROLE));
    }

    @Override
    public Taken take(Colleague importer) {
        int changed = jdbc.sql("""
        UPDATE receiving_team t JOIN staged_team s ON s.site_code = t.site_code AND s.role_code = t.role_code SET t.name = s.name, t.work = s.work, t.months = s.months WHERE
        """ + DIFFERS).update();
        int added = jdbc.sql("""
        INSERT INTO receiving_team (site_code, role_code, name, work, months)
        SELECT s.site_code, s.role_code, s.name, s.work, s.months
        FROM staged_team s LEFT JOIN receiving_team t ON t.site_code = s.site_code AND t.role_code = s.role_code WHERE t.site_code IS NULL
        """).update();
        changed += jdbc.sql("""
        UPDATE receiving_team t JOIN staged_team s ON s.site_code = t.site_code AND s.name = t.name AND s.work = t.work SET t.months = s.months
        WHERE NOT (t.months <=> s.months)
        """).update();
        return new Taken(added, changed);
    }
}
