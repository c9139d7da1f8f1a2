package uk.gov.justice.probation.devolution.preferencing.panel;

import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Changes everybody's place on the panel's table at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PanelBatch {
    private final JdbcClient jdbc;
    private final Clock clock;

    PanelBatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts the result of the allocation on the panel's table. People already on it keep their place. */
    void lay(long consultationId, long runId) {
        jdbc.sql("""
            INSERT INTO panel_place (member_id, consultation_id, option_id)
            SELECT m.id, m.consultation_id, s.option_id FROM consultation_member_view m LEFT JOIN allocation_result s ON s.member_id = m.id AND s.run_id = :run
            WHERE m.consultation_id = :consultation AND m.active_mark = 1 AND NOT EXISTS (SELECT 1 FROM panel_place p WHERE p.member_id = m.id)
            """).param("run", runId).param("consultation", consultationId).update();
    }

    /**
     * Records that these people stay where they are.
     *
     * @return how many
     */
    int keep(long consultationId, Collection<Long> memberIds, String by) {
        if (memberIds.isEmpty()) return 0;
        return jdbc.sql("""
            UPDATE panel_place SET looked_at_by = :by, looked_at = :now, version = version + 1 WHERE consultation_id = :consultation AND member_id IN (:members)
            """)
                .param("by", by)
                .param("now", Utc.of(clock.instant()))
                .param("consultation", consultationId)
                .param("members", memberIds)
                .update();
    }

    /** Gives everybody who takes part the place they have on the panel's table. */
    void confirm(long consultationId, long runId) {
        jdbc.sql("""
            INSERT INTO placement (member_id, option_id, run_id, source, confirmed_at)
            SELECT p.member_id, p.option_id, :run, IF(s.member_id IS NULL OR NOT (p.option_id <=> s.option_id), 'PANEL', 'ALLOCATION'), :now
            FROM panel_place p JOIN consultation_member_view m ON m.id = p.member_id AND m.active_mark = 1
              LEFT JOIN allocation_result s ON s.run_id = :run AND s.member_id = p.member_id
            WHERE p.consultation_id = :consultation
            ON DUPLICATE KEY UPDATE option_id = VALUES(option_id), run_id = VALUES(run_id), source = VALUES(source), confirmed_at = VALUES(confirmed_at),
              version = placement.version + 1
            """)
                .param("run", runId)
                .param("now", Utc.of(clock.instant()))
                .param("consultation", consultationId)
                .update();
    }
}
