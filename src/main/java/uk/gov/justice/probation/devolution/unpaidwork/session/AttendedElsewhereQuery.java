package uk.gov.justice.probation.devolution.unpaidwork.session;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.SubType;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;

/**
 * Whether a person attended a session of another order, of whichever event, at the same hours, so that they would count
 * twice. Concurrent requirements share hours, with the outcome for it.
 */
@Component
class AttendedElsewhereQuery {

    private final JdbcClient jdbc;

    AttendedElsewhereQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any(Session session, Order order, OutcomeCode code, TimeWorked worked) {
        return jdbc.sql("""
            SELECT EXISTS (SELECT 1 FROM caseload_case_view me STRAIGHT_JOIN caseload_case_view c ON c.crn = me.crn
            STRAIGHT_JOIN upw_order o ON o.case_id = c.id AND o.id <> :order STRAIGHT_JOIN upw_session t FORCE INDEX (ix_session_order) ON t.order_id = o.id AND t.on_date BETWEEN :dayBefore AND :dayAfter
            JOIN upw_outcome a ON a.code = t.outcome_code AND a.attended
            WHERE me.id = :case AND t.state IN ('RECORDED', 'SETTLED') AND t.came_at < :until AND t.left_at > :from
              AND NOT (:shares OR t.outcome_code = :concurrentHours AND o.sub_type_code = :concurrent))
            """)
                .param("case", order.caseId())
                .param("order", order.id())
                .param("dayBefore", session.on().minusDays(1))
                .param("dayAfter", session.on().plusDays(1))
                .param("from", worked.begins())
                .param("until", worked.ends())
                .param("shares", code.concurrentHours() && order.concurrent())
                .param("concurrentHours", OutcomeCode.CONCURRENT_HOURS)
                .param("concurrent", SubType.CONCURRENT)
                .query(Boolean.class)
                .single();
    }
}
