package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
 * Imports the units that can be responsible for a service. What a unit is and what its task groups are called stays,
 * because open tasks are offered to them.
 */
@Component
class UnitImport implements StagedImport {
    private static final String REGION = "REGION";
    private static final Set<String> KINDS = Set.of("PSC", "LSC", REGION);
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{2,20}");
    private static final Pattern GROUP = Pattern.compile("[a-z]([a-z0-9-]{0,18}[a-z0-9])?");
    private static final String DIFFERS = Contradictions.differs("s", "t", "name", "site_code");
    private static final String STAYS =
            "SELECT s.line, s.%1$s, t.%1$s FROM staged_unit s JOIN unit t ON t.code = s.code WHERE s.%1$s <> t.%1$s";

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    UnitImport(KnownCodes known, Contradictions contradictions, JdbcClient jdbc) {
        this.known = known;
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "units";
    }

    @Override
    public String purpose() {
        return "The units that can be responsible for a service: service centre sites, and for each region one of its own.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of();
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("unitCode", "2 to 20 capital letters, digits and underscores; it names the unit", "PSC_ZZ"),
                new Column("name", "at most 80 characters", "PSC Example"),
                new Column(
                        "kind",
                        "PSC or LSC for a service centre site; REGION for a region's own, of which it has one",
                        "PSC"),
                new Column("regionCode", "the code of the region it is in", "NW"),
                new Column("siteCode", "optional: the site where it works", "NW_10"),
                new Column(
                        "groupName",
                        "what its task groups are called, such as liverpool in psc-manager-liverpool; empty for a region's own, whose groups are called after the region",
                        "example"));
    }

    @Override
    public String table() {
        return "staged_unit";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "code VARCHAR(20)",
                "name VARCHAR(80)",
                "kind VARCHAR(8)",
                "region_code VARCHAR(8)",
                "site_code VARCHAR(20)",
                "slug VARCHAR(20)",
                "KEY (code)",
                "KEY (slug)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        Set<String> regions = known.of("region");
        Set<String> groupsOfRegions = regions.stream().map(UnitImport::groupOf).collect(Collectors.toSet());
        Set<String> sites = known.of("site");
        var codes = new DistinctKeys("unitCode");
        var groups = new DistinctKeys("groupName");
        var ofRegions = new DistinctKeys("regionCode");
        return row -> {
            String code =
                    row.required("unitCode").matching(CODE, "must be 2 to 20 capital letters, digits and underscores");
            String kind = row.required("kind").in(KINDS, "must be PSC, LSC or REGION");
            String region = row.required("regionCode").in(regions, "is not a region");
            String group = REGION.equals(kind) ? ofRegion(row, region) : ofCentre(row, groupsOfRegions);
            codes.add(row, code);
            if (REGION.equals(kind)) ofRegions.add(row, region);
            else groups.add(row, group);
            return new Object[] {
                code,
                row.required("name").text(80),
                kind,
                region,
                row.optional("siteCode").in(sites, "is not a site"),
                group
            };
        };
    }

    private static String ofRegion(CsvRow row, String region) {
        if (!row.text("groupName").isEmpty())
            row.reject("groupName", "must be empty: the task groups of a region are called after it");
        return region == null ? null : groupOf(region);
    }

    private static String ofCentre(CsvRow row, Set<String> groupsOfRegions) {
        String group = row.required("groupName")
                .matching(GROUP, "must be 1 to 20 small letters, digits and hyphens, a letter first");
        if (group != null && groupsOfRegions.contains(group))
            row.reject("groupName", "is what the task groups of a region are called");
        return group;
    }

    private static String groupOf(String region) {
        return region.toLowerCase(Locale.ROOT);
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.report(
                badRows,
                "kind",
                "must stay %s: what a known unit is does not change",
                STAYS.formatted("kind"),
                Map.of());
        contradictions.report(
                badRows,
                "regionCode",
                "must stay %s: a known unit does not change its region",
                STAYS.formatted("region_code"),
                Map.of());
        contradictions.report(
                badRows,
                "groupName",
                "must stay %s: open tasks are offered to the groups of a known unit",
                STAYS.formatted("slug") + " AND s.kind = t.kind AND s.kind <> 'REGION'",
                Map.of());
        contradictions.report(
                badRows,
                "groupName",
                "is what the task groups of the unit %s are called",
                "SELECT s.line, s.slug, t.code FROM staged_unit s JOIN unit t ON t.slug = s.slug WHERE t.code <> s.code AND t.kind <> 'REGION'",
                Map.of());
        contradictions.report(
                badRows,
                "regionCode",
                "has the unit %s already",
                "SELECT s.line, s.region_code, t.code FROM staged_unit s JOIN unit t ON t.region_code = s.region_code WHERE t.code <> s.code AND t.kind = 'REGION' AND s.kind = 'REGION'",
                Map.of());
    }

    @Override
    public Taken take(Colleague importer) {
        int changed = jdbc.sql("SELECT COUNT(*) FROM staged_unit s JOIN unit t ON t.code = s.code WHERE " + DIFFERS)
                .query(Integer.class)
                .single();
        jdbc.sql("UPDATE unit t JOIN staged_unit s ON s.code = t.code SET t.name = s.name, t.site_code = s.site_code")
                .update();
        int added = jdbc.sql("""
        INSERT INTO unit (code, name, kind, region_code, site_code, slug)
        SELECT s.code, s.name, s.kind, s.region_code, s.site_code, s.slug
        FROM staged_unit s LEFT JOIN unit t ON t.code = s.code WHERE t.code IS NULL
        """).update();
        return new Taken(added, changed);
    }
}
