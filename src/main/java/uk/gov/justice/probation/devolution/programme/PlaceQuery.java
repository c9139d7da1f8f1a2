package uk.gov.justice.probation.devolution.programme;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.programme.PlanRules.Unit;
import uk.gov.justice.probation.devolution.workforce.Regions;

/** The regions and units in the reference tables. */
@Component
class PlaceQuery {
    private final Regions regions;
    private final JdbcClient jdbc;

    PlaceQuery(Regions regions, JdbcClient jdbc) {
        this.regions = regions;
        this.jdbc = jdbc;
    }

    Set<String> regions() {
        return new HashSet<>(
                jdbc.sql("SELECT code FROM region").query(String.class).list());
    }

    Map<String, Unit> units() {
        return jdbc
                .sql("SELECT code, CASE WHEN kind = 'REGION' THEN region_code END AS region FROM unit")
                .query((row, n) -> new Unit(row.getString("code"), row.getString("region")))
                .list()
                .stream()
                .collect(Collectors.toMap(Unit::code, unit -> unit));
    }

    /** The code itself if the region is unknown. */
    String regionName(String code) {
        return regions.name(code);
    }
}
