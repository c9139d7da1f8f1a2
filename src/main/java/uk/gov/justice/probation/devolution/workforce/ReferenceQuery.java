package uk.gov.justice.probation.devolution.workforce;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the reference tables about places and work. */
@Component
class ReferenceQuery {
    private final JdbcClient jdbc;

    ReferenceQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Region> regions() {
        return jdbc.sql("SELECT code, name FROM region ORDER BY name")
                .query(Region.class)
                .list();
    }

    /** Ordered by grade and name. */
    List<Role> roles() {
        return jdbc.sql("SELECT code, name, grade_code AS grade FROM role ORDER BY grade_code, name")
                .query(Role.class)
                .list();
    }

    List<String> tasks(String teamKind) {
        return jdbc.sql("SELECT task FROM team_task WHERE team_kind = ? ORDER BY position")
                .param(teamKind)
                .query(String.class)
                .list();
    }

    /** The main town of each postcode area, by the area's letters. */
    Map<String, Position> towns() {
        Map<String, Position> towns = new HashMap<>();
        jdbc.sql("SELECT area, latitude, longitude FROM postcode_area").query(row -> {
            towns.put(row.getString("area"), new Position(row.getDouble("latitude"), row.getDouble("longitude")));
        });
        return towns;
    }
}
