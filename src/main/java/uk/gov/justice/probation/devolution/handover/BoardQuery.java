package uk.gov.justice.probation.devolution.handover;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.handover.HandoverBoard.Cases;

/** Reads what the programme board shows beside the handovers themselves. */
@Component
class BoardQuery {
    private final JdbcClient jdbc;

    BoardQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Cases cases(String region, String service) {
        return jdbc.sql("""
            SELECT COALESCE(SUM(c.in_scope), 0), COALESCE(SUM(c.moved), 0), MIN(c.counted_at) AS counted_at
            FROM handover_case_count c JOIN programme_launch_view p ON p.id = c.regional_programme_id
            WHERE p.id IN (SELECT MAX(id) FROM programme_launch_view GROUP BY region_code)
              AND (:region IS NULL OR p.region_code = :region) AND c.service = :service
            """)
                .param("region", region)
                .param("service", service)
                .query((row, n) -> new Cases(row.getLong(1), row.getLong(2), Utc.instant(row, "counted_at")))
                .single();
    }

    /** Since when each handover of the latest launches has been in its state. */
    Map<Long, Instant> since() {
        Map<Long, Instant> since = new HashMap<>();
        jdbc.sql("""
            SELECT s.handover_id, MAX(s.since) AS since FROM handover h JOIN handover_state s ON s.handover_id = h.id
            WHERE h.regional_programme_id IN (SELECT MAX(id) FROM programme_launch_view GROUP BY region_code) GROUP BY s.handover_id
            """).query(row -> {
            since.put(row.getLong("handover_id"), Utc.instant(row, "since"));
        });
        return since;
    }

    /** The services of a case that each service of the plan consists of. */
    Map<String, Set<String>> servicesOfCases() {
        Map<String, Set<String>> services = new HashMap<>();
        jdbc.sql("SELECT plan_service_code, service_code FROM plan_service").query(row -> {
            services.computeIfAbsent(row.getString(1), unused -> new HashSet<>())
                    .add(row.getString(2));
        });
        return services;
    }
}
