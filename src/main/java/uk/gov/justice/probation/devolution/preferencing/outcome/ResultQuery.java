package uk.gov.justice.probation.devolution.preferencing.outcome;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what the panel changed, and the results of appeals. */
@Component
class ResultQuery {

    record Counts(int movedByPanel, int appeals, int upheld, int partly) {}

    private final JdbcClient jdbc;

    ResultQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counts of(long consultationId) {
        return jdbc.sql("""
            SELECT COUNT(*) AS appeals, COALESCE(SUM(a.outcome = 'UPHELD'), 0) AS upheld, COALESCE(SUM(a.outcome = 'PARTLY'), 0) AS partly, (
              SELECT COUNT(*) FROM panel_place p JOIN allocation_result s ON s.member_id = p.member_id JOIN allocation_run r ON r.id = s.run_id AND r.official_mark = 1
              WHERE p.consultation_id = :consultation AND NOT (p.option_id <=> s.option_id)) AS moved_by_panel
            FROM appeal a WHERE a.consultation_id = :consultation
            """)
                .param("consultation", consultationId)
                .query(Counts.class)
                .single();
    }
}
