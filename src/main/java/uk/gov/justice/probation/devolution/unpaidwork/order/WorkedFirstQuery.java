package uk.gov.justice.probation.devolution.unpaidwork.order;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * What a consecutive requirement (W07) waits for: unpaid work of the person, of whichever event, that was ordered
 * before it, has not ended and has hours left. Of the same day, another that is consecutive waits for the one that came
 * here first (ADR 0119).
 */
@Component
@NamedInterface("order")
public class WorkedFirstQuery {
    private final JdbcClient jdbc;

    WorkedFirstQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean waits(long orderId) {
        return jdbc.sql("""
            SELECT EXISTS (SELECT 1 FROM upw_order o JOIN caseload_case_view me ON me.id = o.case_id JOIN caseload_case_view c ON c.crn = me.crn
            JOIN upw_order b ON b.case_id = c.id AND b.id <> o.id
            WHERE o.id = :order AND o.sub_type_code = :consecutive AND b.state NOT IN ('COMPLETE', 'COURT', 'STOPPED') AND b.minutes_credited < b.minutes_ordered
              AND c.ended_on IS NULL
              AND (b.sentence_date < o.sentence_date OR b.sentence_date = o.sentence_date AND (b.sub_type_code <> :consecutive OR b.id < o.id)))
            """)
                .param("order", orderId)
                .param("consecutive", SubType.CONSECUTIVE)
                .query(Boolean.class)
                .single();
    }
}
