package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Begins the enforcement of many failures in one statement. Their orders must be locked. */
@Component
class EnforcementBatch {

    /** An enforcement that was begun. */
    record Begun(long id, long orderId, long sessionId, String regionCode) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    EnforcementBatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they failed. */
    List<Begun> begin(Collection<Long> sessionIds) {
        jdbc.sql("""
            INSERT INTO upw_enforcement (order_id, session_id, failed_on, state, counts, very_serious, opened_at, version)
            SELECT order_id, id, on_date, 'EVIDENCE', TRUE, very_serious, :now, 0 FROM upw_session WHERE id IN (:sessions) ORDER BY on_date, start_time, id
            """)
                .param("now", Utc.of(clock.instant()))
                .param("sessions", sessionIds)
                .update();
        return jdbc.sql("""
            SELECT e.id, e.order_id, e.session_id, c.region_code FROM upw_enforcement e JOIN upw_order o ON o.id = e.order_id JOIN caseload_case_view c ON c.id = o.case_id
            WHERE e.session_id IN (:sessions) ORDER BY e.id
            """).param("sessions", sessionIds).query(Begun.class).list();
    }
}
