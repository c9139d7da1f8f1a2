package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.Set;
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
 * Imports minutes from a home district to a site, from HR's mapping provider. A region's HR provides them for the
 * region's own sites. Journeys missing from a file stay as they are.
 */
@Component
class TravelImport implements StagedImport {
    private static final Role ROLE = Role.HR;
    private static final int LONGEST_MINUTES = 600;
    private static final Set<String> MODES = Set.of("CAR", "PUBLIC_TRANSPORT", "CYCLE", "WALK");
    private static final String DIFFERS = Contradictions.differs("s", "t", "minutes", "mode");

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    TravelImport(KnownCodes known, Contradictions contradictions, JdbcClient jdbc) {
        this.known = known;
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "travel";
    }

    @Override
    public String purpose() {
        return "How long the journey from a home to a site takes. If no file says, it is estimated.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("homePostcodeDistrict", "the first half of a postcode", "L3"),
                new Column("siteCode", "a site of your region; one row for each district and site", "NW_10"),
                new Column("minutes", "from door to door, one way: 0 to 600", "25"),
                new Column("mode", "CAR, PUBLIC_TRANSPORT, CYCLE or WALK", "CAR"));
    }

    @Override
    public String table() {
        return "staged_travel";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "home_district VARCHAR(4)",
                "site_code VARCHAR(20)",
                "minutes INT",
                "mode VARCHAR(16)",
                "KEY (home_district, site_code)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        known.regionsOf(importer, ROLE);
        Set<String> sites = known.of("site");
        var keys = new DistinctKeys("homePostcodeDistrict");
        return row -> {
            String district = row.required("homePostcodeDistrict")
                    .matching(Travel.POSTCODE_DISTRICT, "must be a postcode district such as L3 or M60");
            String site = row.required("siteCode").in(sites, "is not a site");
            if (district != null && site != null) keys.add(row, district + "/" + site);
            return new Object[] {
                district,
                site,
                row.required("minutes").integer(0, LONGEST_MINUTES),
                row.required("mode").in(MODES, "must be CAR, PUBLIC_TRANSPORT, CYCLE or WALK")
            };
        };
    }

    @Override
    public void check(BadRows badRows, Colleague importer) {
        contradictions.ofOtherRegions(
                badRows,
                table(),
                "siteCode",
                "is a site of",
                "SELECT s.line, s.site_code, t.region_code FROM staged_travel s JOIN site t ON t.code = s.site_code WHERE t.region_code NOT IN (:own)",
                known.regionsOf(importer, ROLE));
    }

    @Override
    public Taken take(Colleague importer) {
        int changed = jdbc.sql("""
        UPDATE travel_time t JOIN staged_travel s ON s.home_district = t.home_district AND s.site_code = t.site_code SET t.minutes = s.minutes, t.mode = s.mode WHERE
        """ + DIFFERS).update();
        int added = jdbc.sql("""
        INSERT INTO travel_time (home_district, site_code, minutes, mode)
        SELECT s.home_district, s.site_code, s.minutes, s.mode
        FROM staged_travel s LEFT JOIN travel_time t ON t.home_district = s.home_district AND t.site_code = s.site_code WHERE t.home_district IS NULL
        """).update();
        return new Taken(added, changed);
    }
}
