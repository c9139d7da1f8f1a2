package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions of limited-access cases, whose times the engine does not know. */
@Component
class LimitedSessionsQuery {
    private final JdbcClient jdbc;

    LimitedSessionsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sessions planned for a day before this one that have no outcome. */
    List<Long> before(LocalDate today) {
        return jdbc.sql("""
            SELECT s.id FROM caseload_case_view c JOIN upw_order o ON o.case_id = c.id JOIN upw_session s ON s.order_id = o.id
            WHERE c.crn IN (SELECT crn FROM limited_person) AND o.process_instance_key IS NOT NULL AND s.state = 'PLANNED' AND NOT s.on_register AND s.on_date < ? ORDER BY s.id
            """).param(today).query(Long.class).list();
    }
}
