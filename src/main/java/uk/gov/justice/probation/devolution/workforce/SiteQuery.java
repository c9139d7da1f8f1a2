package uk.gov.justice.probation.devolution.workforce;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sites and travel times as imported. */
@Component
class SiteQuery {
    private final JdbcClient jdbc;

    SiteQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(String code) {
        return jdbc.sql("SELECT COUNT(*) FROM site WHERE code = ?")
                        .param(code)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Map<String, Journeys.Site> sites(Collection<String> codes) {
        Map<String, Journeys.Site> sites = new HashMap<>();
        if (codes.isEmpty()) return sites;
        jdbc.sql("SELECT code, virtual_site, latitude, longitude FROM site WHERE code IN (:codes)")
                .param("codes", codes)
                .query(row -> {
                    Position position = row.getObject("latitude") == null
                            ? null
                            : new Position(row.getDouble("latitude"), row.getDouble("longitude"));
                    sites.put(row.getString("code"), new Journeys.Site(row.getBoolean("virtual_site"), position));
                });
        return sites;
    }

    /** Minutes from these districts to these sites, where the file {@code travel} gives them. */
    Map<Journeys.Way, Integer> minutes(Set<String> homeDistricts, Collection<String> siteCodes) {
        Map<Journeys.Way, Integer> minutes = new HashMap<>();
        if (homeDistricts.isEmpty()) return minutes;
        jdbc.sql(
                        "SELECT home_district, site_code, minutes FROM travel_time WHERE home_district IN (:districts) AND site_code IN (:sites)")
                .param("districts", homeDistricts)
                .param("sites", siteCodes)
                .query(row -> {
                    minutes.put(
                            new Journeys.Way(row.getString("home_district"), row.getString("site_code")),
                            row.getInt("minutes"));
                });
        return minutes;
    }
}
