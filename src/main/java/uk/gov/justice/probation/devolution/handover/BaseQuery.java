package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the teams of units still have a base. Team, site and lease are separate things: a team can outlive its site's
 * lease.
 */
@Component
class BaseQuery {
    private final JdbcClient jdbc;

    BaseQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean leaseEnded(List<String> units, LocalDate today) {
        return jdbc.sql(
                                "SELECT COUNT(*) FROM unit u JOIN workforce_lease_view l ON l.site_code = u.site_code WHERE u.code IN (:units) AND l.ends_on < :today")
                        .param("units", units)
                        .param("today", today)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether every team of the units has a base, physical or virtual, whose own lease has not ended. */
    boolean teamsHaveBase(List<String> units, LocalDate today) {
        return jdbc.sql("""
            SELECT COUNT(*) FROM team t LEFT JOIN workforce_lease_view l ON l.site_code = t.base_site
            WHERE t.unit_code IN (:units) AND (t.base_site IS NULL OR l.ends_on < :today)
            """)
                        .param("units", units)
                        .param("today", today)
                        .query(Integer.class)
                        .single()
                == 0;
    }
}
