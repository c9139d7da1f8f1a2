package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who in the receiving team has to be briefed before a handover, and who has been. */
@Component
class BriefingBatch {
    private final JdbcClient jdbc;

    BriefingBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records who has to be briefed. Anybody already briefed stays so. */
    void rosterFor(Handover handover) {
        jdbc.sql("DELETE FROM handover_briefing WHERE handover_id = ? AND briefed_on IS NULL")
                .param(handover.id())
                .update();
        jdbc.sql("INSERT IGNORE INTO handover_briefing (handover_id, staff_number) SELECT :handover, s.staff_number "
                        + ReceivingTeamQuery.MEMBERS + """
            AND NOT EXISTS (
              SELECT 1 FROM handover_briefing b JOIN handover h ON h.id = b.handover_id
              WHERE b.staff_number = s.staff_number AND b.briefed_on IS NOT NULL AND h.service = :service AND h.to_unit = :unit)
            """)
                .param("handover", handover.id())
                .param("unit", handover.toUnit())
                .param("service", handover.service())
                .param("refused", VettingPolicy.REFUSED)
                .update();
    }

    void briefed(Handover handover, List<String> staffNumbers, LocalDate on) {
        if (staffNumbers.isEmpty()) return;
        jdbc.sql(
                        "UPDATE handover_briefing SET briefed_on = :on WHERE handover_id = :handover AND staff_number IN (:staff) AND briefed_on IS NULL")
                .param("on", on)
                .param("handover", handover.id())
                .param("staff", staffNumbers)
                .update();
    }

    /** The handovers that have not ended and for which the officer has to be briefed, in locking order. */
    List<Long> handoversFor(String staffNumber) {
        return jdbc.sql(
                        "SELECT h.id FROM handover_briefing b JOIN handover h ON h.id = b.handover_id WHERE b.staff_number = ? AND h.closed_at IS NULL ORDER BY h.id")
                .param(staffNumber)
                .query(Long.class)
                .list();
    }
}
