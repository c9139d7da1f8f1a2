package uk.gov.justice.probation.devolution.handover;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Counts the cases of each region's latest launch: of all its services together, and of each by itself. */
@Component
class CaseCountBatch {
    static final String ALL_SERVICES = "";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CaseCountBatch(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The launches whose handovers stand otherwise than when their cases were counted, each with how they stand. */
    Map<Long, String> changed() {
        Map<Long, String> changed = new HashMap<>();
        jdbc.sql("""
            SELECT now.programme, now.standing FROM (
              SELECT h.regional_programme_id AS programme, CONCAT(SUM(h.version), '/', COALESCE(SUM(b.done), 0)) AS standing
              FROM handover h LEFT JOIN (SELECT handover_id, COUNT(done_at) AS done FROM handover_batch GROUP BY handover_id) b ON b.handover_id = h.id
              WHERE h.regional_programme_id IN (SELECT MAX(id) FROM programme_launch_view GROUP BY region_code) GROUP BY h.regional_programme_id) now
            LEFT JOIN handover_case_count c ON c.regional_programme_id = now.programme AND c.service = :all
            WHERE c.standing IS NULL OR c.standing <> now.standing
            """).param("all", ALL_SERVICES).query(row -> {
            changed.put(row.getLong(1), row.getString(2));
        });
        return changed;
    }

    void count(long programme, String standing, Instant at) {
        write(programme, standing, at, """
            SELECT '', COUNT(*), COALESCE(SUM(stays = 0), 0) FROM (
              SELECT i.case_id, MAX(i.state <> 'MOVED') AS stays FROM handover h JOIN handover_item_view i ON i.handover_id = h.id
              WHERE h.regional_programme_id = :programme AND i.state <> 'RELEASED' GROUP BY i.case_id) cases
            """);
        write(programme, standing, at, """
            SELECT service, COUNT(*), SUM(stays = 0) FROM (
              SELECT h.service, i.case_id, MAX(i.state <> 'MOVED') AS stays FROM handover h JOIN handover_item_view i ON i.handover_id = h.id
              WHERE h.regional_programme_id = :programme AND i.state <> 'RELEASED' GROUP BY h.service, i.case_id) cases
            GROUP BY service
            """);
    }

    /** What did not change is known to be so now. */
    void confirm(Instant at) {
        jdbc.sql("UPDATE handover_case_count SET counted_at = ?")
                .param(Utc.of(at))
                .update();
    }

    private void write(long programme, String standing, Instant at, String cases) {
        List<Object[]> counts = jdbc.sql(cases)
                .param("programme", programme)
                .query((row, n) ->
                        new Object[] {programme, row.getString(1), row.getLong(2), row.getLong(3), standing, Utc.of(at)
                        })
                .list();
        batches.batchUpdate(
                "REPLACE INTO handover_case_count (regional_programme_id, service, in_scope, moved, standing, counted_at) VALUES (?, ?, ?, ?, ?, ?)",
                counts);
    }
}
