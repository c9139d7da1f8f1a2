package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which region each site lies, and which region hosts each PSC unit. */
@Component
class HostRegionsQuery {

    /** Regions by the code of the site or unit. */
    record HostRegions(Map<String, String> ofSites, Map<String, String> ofUnits) {}

    private final JdbcClient jdbc;

    HostRegionsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    HostRegions all() {
        Map<String, String> sites = new HashMap<>();
        Map<String, String> units = new HashMap<>();
        jdbc.sql(
                        "SELECT 'SITE' AS kind, code, region_code FROM site UNION ALL SELECT kind, code, region_code FROM unit WHERE kind = 'PSC'")
                .query(row -> {
                    (row.getString("kind").equals("SITE") ? sites : units)
                            .put(row.getString("code"), row.getString("region_code"));
                });
        return new HostRegions(sites, units);
    }
}
