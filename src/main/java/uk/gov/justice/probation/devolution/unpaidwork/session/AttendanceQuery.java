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
        return jdbc.sql(
                        "SELECT on_date AS day, credited_minutes AS minutes FROM upw_session WHERE order_id = ? AND state = 'SETTLED' AND credited_minutes > 0 ORDER BY on_date, start_time, id")
                .param(orderId)
                .query(WorkedOn.class)
                .list();
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
