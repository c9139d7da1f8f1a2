package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cases whose termination is due: a region is responsible for it, none is running, and either the expected end date
 * has come or an order's hours are complete and it has not been ended yet.
 */
@Component
class DueListQuery {

    /** @param expectedEnd null if not known */
    record Due(long caseId, LocalDate expectedEnd) {}

    private final JdbcClient jdbc;

    DueListQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Ordered by expected end, earliest first.
     *
     * @param horizon the last expected end date that counts as due
     * @param today cases that the list leaves alone until a later day are left out
     */
    List<Due> list(LocalDate horizon, LocalDate today) {
        return jdbc.sql("""
            SELECT c.id, c.expected_end_date
            FROM caseload_case_view c
            JOIN caseload_unit_view s ON s.case_id = c.id AND s.service_code = 'TERMINATIONS'
            JOIN unit u ON u.code = s.unit_code AND u.kind = 'REGION'
            LEFT JOIN (
              SELECT DISTINCT o.case_id FROM unpaidwork_complete_order_view o WHERE NOT EXISTS (
                SELECT 1 FROM termination_closed x WHERE x.what = 'UPW' AND x.item = o.id AND x.restored_at IS NULL)) done ON done.case_id = c.id
            WHERE c.ended_on IS NULL AND (c.expected_end_date <= :horizon OR done.case_id IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM termination t WHERE t.case_id = c.id AND (t.open_mark = 1 OR t.next_due_on > :today))
            ORDER BY c.expected_end_date IS NULL, c.expected_end_date, c.id
            """)
                .param("horizon", horizon)
                .param("today", today)
                .query((row, n) -> new Due(row.getLong(1), row.getObject(2, LocalDate.class)))
                .list();
    }
}
