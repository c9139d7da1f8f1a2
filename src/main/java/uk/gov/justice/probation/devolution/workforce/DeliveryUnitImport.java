package uk.gov.justice.probation.devolution.workforce;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.BadRows;
import uk.gov.justice.probation.devolution.imports.Column;
import uk.gov.justice.probation.devolution.imports.DistinctKeys;
import uk.gov.justice.probation.devolution.imports.KnownCodes;
import uk.gov.justice.probation.devolution.imports.StagedImport;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/** Imports the probation delivery units of regions. A unit is its name, so a file only adds units. */
@Component
class DeliveryUnitImport implements StagedImport {
    private static final Role ROLE = Role.HR;
    private static final int LONGEST_NAME = 60;

    private final KnownCodes known;
    private final JdbcClient jdbc;

    DeliveryUnitImport(KnownCodes known, JdbcClient jdbc) {
        this.known = known;
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "pdus";
    }

    @Override
    public String purpose() {
        return "The probation delivery units (PDUs) of a region. With its first one a region can launch its programme and consult its staff.";
    }

    @Override
    public Set<Role> importers() {
        return Set.of(ROLE);
    }

    @Override
    public List<Column> layout() {
        return List.of(
                new Column("regionCode", "the code of a region whose delivery units you may change", "NW"),
                new Column("pduName", "at most 60 characters; with the region it names the delivery unit", "Wirral"));
    }

    @Override
    public String table() {
        return "staged_pdu";
    }

    @Override
    public List<String> definition() {
        return List.of("region_code VARCHAR(8)", "name VARCHAR(60)", "KEY (region_code, name)");
    }

    @Override
    public RowReader reader(Colleague importer) {
        Set<String> regions = known.of("region");
        Set<String> own = known.regionsOf(importer, ROLE);
        var keys = new DistinctKeys("pduName");
        return row -> {
            String region = row.required("regionCode").in(regions, "is not a region");
            String name = row.required("pduName").text(LONGEST_NAME);
            if (region != null && !own.contains(region))
                row.reject("regionCode", "is a region whose delivery units you may not change");
            if (region != null && name != null) keys.add(row, KnownCodes.pdu(region, name));
            return new Object[] {region, name};
        };
    }

    /** Whatever is known is the same. */
    @Override
    public void check(BadRows badRows, Colleague importer) {}

    @Override
    public Taken take(Colleague importer) {
        int added = jdbc.sql("""
        INSERT INTO pdu (region_code, name) SELECT s.region_code, s.name
        FROM staged_pdu s LEFT JOIN pdu t ON t.region_code = s.region_code AND t.name = s.name WHERE t.name IS NULL
        """).update();
        return new Taken(added, 0);
    }
}
