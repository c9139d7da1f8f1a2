package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queues frozen by handovers, one for each from-unit and service. */
@Component
class FrozenQueueBatch {
    private final JdbcClient jdbc;

    FrozenQueueBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for everybody working on a case of these queues, who has locked its unit as {@code CaseOwners} does. The
     * unit is locked because a queue that does not exist yet cannot be.
     */
    void freeze(Handover handover, LocalDateTime now) {
        jdbc.sql("SELECT code FROM unit WHERE code IN (:units) ORDER BY code FOR UPDATE")
                .param("units", handover.fromUnits())
                .query(String.class)
                .list();
        jdbc.sql("""
            INSERT INTO frozen_queue (handover_id, unit_code, region_code, service_code, frozen_at)
            SELECT :handover, u.code, :region, ps.service_code, :now FROM unit u JOIN plan_service ps ON ps.plan_service_code = :service WHERE u.code IN (:units)
            ON DUPLICATE KEY UPDATE unfrozen_at = NULL, signed_at = NULL
            """)
                .param("handover", handover.id())
                .param("region", handover.regionCode())
                .param("now", now)
                .param("service", handover.service())
                .param("units", handover.fromUnits())
                .update();
    }

    void signed(long handoverId, LocalDateTime now) {
        jdbc.sql("UPDATE frozen_queue SET signed_at = ? WHERE handover_id = ? AND signed_at IS NULL")
                .params(now, handoverId)
                .update();
    }

    /** @return how many were released */
    int unfreeze(long handoverId, LocalDateTime now) {
        return jdbc.sql("UPDATE frozen_queue SET unfrozen_at = ? WHERE handover_id = ? AND unfrozen_at IS NULL")
                .params(now, handoverId)
                .update();
    }

    boolean hasFrozen(long handoverId) {
        return jdbc.sql("SELECT COUNT(*) FROM frozen_queue WHERE handover_id = ? AND unfrozen_at IS NULL")
                        .param(handoverId)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
