package uk.gov.justice.probation.devolution.workforce;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads free places, with the names of their sites and roles. */
@Component
class VacancyQuery {
    private final JdbcClient jdbc;

    VacancyQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ordered by site and role. Sites whose lease has ended by that day are left out. */
    List<Vacancy> of(String regionCode, LocalDate asOf) {
        return jdbc.sql("""
            SELECT v.site_code, s.name AS site_name, v.role_code, r.name AS role_name, r.grade_code, v.places, COALESCE(v.fte_percent, 100 * v.places) AS fte_percent, v.tasks
            FROM vacancy v JOIN site s ON s.code = v.site_code JOIN role r ON r.code = v.role_code LEFT JOIN lease l ON l.site_code = s.code
            WHERE s.region_code = :region AND v.places > 0 AND (l.ends_on IS NULL OR l.ends_on >= :asOf)
            ORDER BY s.name, r.name
            """)
                .param("region", regionCode)
                .param("asOf", asOf)
                .query((row, n) -> new Vacancy(
                        row.getString("site_code"),
                        row.getString("site_name"),
                        row.getString("role_code"),
                        row.getString("role_name"),
                        row.getString("grade_code"),
                        row.getInt("places"),
                        row.getInt("fte_percent"),
                        tasks(row.getString("tasks"))))
                .list();
    }

    private static List<String> tasks(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split("\\|"));
    }
}
