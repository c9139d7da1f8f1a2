package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which handovers are waiting for the vetting of which officers. */
@Component
class VettingBatch {
    private final JdbcClient jdbc;

    VettingBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void waitFor(long handoverId, List<String> officers) {
        if (officers.isEmpty()) return;
        jdbc.sql("""
            INSERT INTO handover_vetting (handover_id, staff_number) SELECT :handover, staff_number FROM workforce_staff_view WHERE staff_number IN (:officers)
            ON DUPLICATE KEY UPDATE cleared_at = NULL
            """).param("handover", handoverId).param("officers", officers).update();
    }

    void chased(long handoverId, String staffNumber) {
        jdbc.sql("UPDATE handover_vetting SET chased = chased + 1 WHERE handover_id = ? AND staff_number = ?")
                .params(handoverId, staffNumber)
                .update();
    }

    /** @return the handovers that were waiting for the officer until now */
    List<Long> waitsNoLonger(String staffNumber, LocalDateTime now) {
        List<Long> waiting = jdbc.sql(
                        "SELECT handover_id FROM handover_vetting WHERE staff_number = ? AND cleared_at IS NULL")
                .param(staffNumber)
                .query(Long.class)
                .list();
        jdbc.sql("UPDATE handover_vetting SET cleared_at = ? WHERE staff_number = ? AND cleared_at IS NULL")
                .params(now, staffNumber)
                .update();
        return waiting;
    }
}
