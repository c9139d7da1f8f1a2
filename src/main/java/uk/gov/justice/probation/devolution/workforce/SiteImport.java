package uk.gov.justice.probation.devolution.workforce;

import java.math.BigDecimal;
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

/** Imports sites and their leases. A region's HR can change the region's own. */
@Component
class SiteImport implements StagedImport {
    private static final Role ROLE = Role.HR;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{2,20}");
    private static final String DIFFERS = "("
            + Contradictions.differs(
                    "s", "t", "name", "region_code", "pdu_name", "virtual_site", "latitude", "longitude")
            + " OR NOT (s.ends_on <=> l.ends_on))";

    private final KnownCodes known;
    private final Contradictions contradictions;
    private final JdbcClient jdbc;

    SiteImport(KnownCodes known, Contradictions contradictions, JdbcClient jdbc) {
        this.known = known;
        this.contradictions = contradictions;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "sites";
    }

    @Override
    public String purpose() {
        return "The offices and other places to work of a region, and how long their leases last.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("siteCode", "2 to 20 capital letters, digits and underscores; it names the site", "ZZ_01"),
                new Column("name", "at most 80 characters", "Example House"),
                new Column("regionCode", "the code of a region whose sites you may change", "NW"),
                new Column("pduName", "optional: the name of a delivery unit of the region", "Wirral"),
                new Column(
                        "leaseEnd",
                        "optional: the last day on which somebody can be based there, such as 2030-01-31",
                        "2030-01-31"),
                new Column("virtual", "true for a base of people who work from home, otherwise false", "false"),
                new Column("latitude", "optional, together with the longitude: degrees north", "53.4"),
                new Column("longitude", "optional, together with the latitude: degrees east", "-2.9"));
    }

    @Override
    public String table() {
        return "staged_site";
    }

    @Override
    public List<String> definition() {
        return List.of(
                "code VARCHAR(20)",
                "name VARCHAR(80)",
                "region_code VARCHAR(8)",
                "pdu_name VARCHAR(60)",
                "ends_on DATE",
                "virtual_site BOOLEAN",
                "latitude DECIMAL(8,5)",
                "longitude DECIMAL(8,5)",
                "KEY (code)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        Set<String> regions = known.of("region");
        Set<String> own = known.regionsOf(importer, ROLE);
        Set<String> pdus = known.pdus();
        var keys = new DistinctKeys("siteCode");
        return row -> {
            String code =
                    row.required("siteCode").matching(CODE, "must be 2 to 20 capital letters, digits and underscores");
            String region = row.required("regionCode").in(regions, "is not a region");
            String pdu = row.optional("pduName").text(60);
            if (region != null && !own.contains(region))
                row.reject("regionCode", "is a region whose sites you may not change");
            if (region != null && pdu != null && !pdus.contains(KnownCodes.pdu(region, pdu)))
                row.reject("pduName", "is not a delivery unit of the region");
            keys.add(row, code);
            BigDecimal latitude = row.optional("latitude").decimal("49", "61", 5);
            BigDecimal longitude = row.optional("longitude").decimal("-9", "2", 5);
            if (row.text("latitude").isEmpty() != row.text("longitude").isEmpty())
                row.reject("latitude", "must be given together with the longitude");
            return new Object[] {
                code,
                row.required("name").text(80),
                region,
                pdu,
                row.optional("leaseEnd").date(),
                row.required("virtual").flag(),
                latitude,
                longitude
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
                "SELECT s.line, s.code, NULLIF(t.region_code, s.region_code) FROM staged_site s JOIN site t ON t.code = s.code WHERE t.region_code NOT IN (:own)",
                known.regionsOf(importer, ROLE));
    }

    @Override
    public Taken take(Colleague importer) {
        int changed = jdbc.sql(
                        "SELECT COUNT(*) FROM staged_site s JOIN site t ON t.code = s.code LEFT JOIN lease l ON l.site_code = s.code WHERE "
                                + DIFFERS)
                .query(Integer.class)
                .single();
        jdbc.sql("""
        UPDATE site t JOIN staged_site s ON s.code = t.code
        SET t.name = s.name, t.region_code = s.region_code, t.pdu_name = s.pdu_name, t.virtual_site = s.virtual_site, t.latitude = s.latitude, t.longitude = s.longitude
        """).update();
        int added = jdbc.sql("""
        INSERT INTO site (code, name, region_code, pdu_name, virtual_site, latitude, longitude)
        SELECT s.code, s.name, s.region_code, s.pdu_name, s.virtual_site, s.latitude, s.longitude
        FROM staged_site s LEFT JOIN site t ON t.code = s.code WHERE t.code IS NULL
        """).update();
        jdbc.sql("DELETE l FROM lease l JOIN staged_site s ON s.code = l.site_code")
                .update();
        jdbc.sql(
                        "INSERT INTO lease (site_code, ends_on) SELECT code, ends_on FROM staged_site WHERE ends_on IS NOT NULL")
                .update();
        return new Taken(added, changed);
    }
}
