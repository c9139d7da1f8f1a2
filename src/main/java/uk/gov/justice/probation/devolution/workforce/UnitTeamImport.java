package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
 * Imports the teams of units, which staff and cases are in and which take work over. A region's HR can change those of
 * the units in the region.
 */
@Component
class UnitTeamImport implements StagedImport {
    private static final Role ROLE = Role.HR;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{2,20}");
    private static final Set<String> KINDS = Set.of("ADMINISTRATION", "UPW", "SENTENCE_MANAGEMENT");
    private static final String DIFFERS = Contradictions.differs("s", "t", "name", "kind", "unit_code", "base_site");

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    UnitTeamImport(KnownCodes known, Contradictions contradictions, JdbcClient jdbc) {
        this.known = known;
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "unit-teams";
    }

    @Override
    public String purpose() {
        return "The teams of units, which staff and cases are in and which take over what is handed over.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("teamCode", "2 to 20 capital letters, digits and underscores; it names the team", "TEAM_ZZ"),
                new Column("name", "at most 80 characters", "Example administration"),
                new Column(
                        "kind",
                        "ADMINISTRATION, UPW (unpaid work) or SENTENCE_MANAGEMENT: a service goes to the unit's team of its kind",
                        "ADMINISTRATION"),
                new Column("unitCode", "the code of a unit in a region whose teams you may change", "PSC_LIVERPOOL"),
                new Column("siteCode", "optional: the site where the team is based", "NW_10"));
    }

    @Override
    public String table() {
        return "staged_unit_team";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "code VARCHAR(20)",
                "name VARCHAR(80)",
                "kind VARCHAR(20)",
                "unit_code VARCHAR(20)",
                "base_site VARCHAR(20)",
                "KEY (code)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        known.regionsOf(importer, ROLE);
        Set<String> units = known.of("unit");
        Set<String> sites = known.of("site");
        var keys = new DistinctKeys("teamCode");
        return row -> {
            String code =
                    row.required("teamCode").matching(CODE, "must be 2 to 20 capital letters, digits and underscores");
            keys.add(row, code);
            return new Object[] {
                code,
                row.required("name").text(80),
                row.required("kind").in(KINDS, "must be ADMINISTRATION, UPW or SENTENCE_MANAGEMENT"),
                row.required("unitCode").in(units, "is not a unit"),
                row.optional("siteCode").in(sites, "is not a site")
            };
        };
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        Set<String> own = known.regionsOf(importer, ROLE);
        contradictions.ofOtherRegions(
                badRows,
                table(),
                "unitCode",
                "is a unit of",
                "SELECT s.line, s.unit_code, u.region_code FROM staged_unit_team s JOIN unit u ON u.code = s.unit_code WHERE u.region_code NOT IN (:own)",
                own);
        contradictions.ofOtherRegions(
                badRows,
                table(),
                "teamCode",
                "is a team of",
                "SELECT s.line, s.code, u.region_code FROM staged_unit_team s JOIN team t ON t.code = s.code JOIN unit u ON u.code = t.unit_code WHERE u.region_code NOT IN (:own)",
                own);
    }

    @Override
    public Taken take(Colleague importer) {
        int changed = jdbc.sql(
                        "SELECT COUNT(*) FROM staged_unit_team s JOIN team t ON t.code = s.code WHERE " + DIFFERS)
                .query(Integer.class)
                .single();
        jdbc.sql("""
        UPDATE team t JOIN staged_unit_team s ON s.code = t.code
        SET t.name = s.name, t.kind = s.kind, t.unit_code = s.unit_code, t.base_site = s.base_site
        """).update();
        int added = jdbc.sql("""
        INSERT INTO team (code, name, kind, unit_code, base_site)
        SELECT s.code, s.name, s.kind, s.unit_code, s.base_site
        FROM staged_unit_team s LEFT JOIN team t ON t.code = s.code WHERE t.code IS NULL
        """).update();
        return new Taken(added, changed);
    }
}
