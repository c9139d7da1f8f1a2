package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.handover.ConsultationStages.Stage;

/** Every region with a probation area, and whether its staff consultation has reached its individual stage. */
@Component
class ConsultationStageOverview {
    private final JdbcClient jdbc;

    ConsultationStageOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stage> all() {
        return jdbc.sql("""
            SELECT r.code, r.name, c.reached_at, c.recorded_by FROM region r LEFT JOIN consultation_stage c ON c.region_code = r.code
            WHERE r.code IN (SELECT region_code FROM pdu) ORDER BY r.name
            """)
                .query((row, n) -> new Stage(
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("reached_at", LocalDateTime.class),
                        row.getString("recorded_by")))
                .list();
    }
}
