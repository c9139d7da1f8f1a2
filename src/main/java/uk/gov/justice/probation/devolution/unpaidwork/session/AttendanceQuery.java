package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an order's sessions counted for, and when the person failed. */
@Component
class AttendanceQuery {

    /** Minutes of work that count for an order. */
    record WorkedOn(LocalDate day, int minutes) {}

    private final JdbcClient jdbc;

    AttendanceQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Earliest first. */
    List<WorkedOn> worked(long orderId) {
        return jdbc.sql("""
            SELECT s.on_date AS day, CASE WHEN s.state = 'SETTLED' THEN s.credited_minutes ELSE c.minutes END AS minutes
            FROM upw_session s LEFT JOIN upw_credit c ON c.session_id = s.id
            WHERE s.order_id = ? AND (s.state = 'SETTLED' AND s.credited_minutes > 0 OR s.state = 'RECORDED' AND c.minutes > 0) ORDER BY s.on_date, s.start_time, s.id
            """).param(orderId).query(WorkedOn.class).list();
    }

    int travelled(long orderId) {
        return jdbc.sql("SELECT COALESCE(SUM(minutes), 0) FROM upw_credit WHERE order_id = ? AND kind = 'TRAVEL'")
                .param(orderId)
                .query(Integer.class)
                .single();
    }

    /** Whether a failure up to that day counts. */
    boolean failedUntil(long orderId, LocalDate day) {
        return jdbc.sql("SELECT COUNT(*) FROM upw_enforcement WHERE order_id = ? AND counts AND failed_on <= ?")
                        .params(orderId, day)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
