package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The future sessions that a file brought for an order. */
@Component
class SessionsToComeQuery {

    record ToCome(String project, LocalDate on) {}

    private final JdbcClient jdbc;

    SessionsToComeQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Earliest first. */
    List<ToCome> of(long orderId, LocalDateTime now) {
        return jdbc.sql("""
            SELECT project_code, on_date FROM upw_session
            WHERE order_id = :order AND state = 'PLANNED' AND (on_date > :today OR on_date = :today AND start_time > :now) ORDER BY on_date, start_time, id
            """)
                .param("order", orderId)
                .param("today", now.toLocalDate())
                .param("now", now.toLocalTime())
                .query((row, n) -> new ToCome(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
    }
}
