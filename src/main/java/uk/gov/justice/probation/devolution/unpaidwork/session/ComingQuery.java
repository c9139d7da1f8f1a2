package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose cases have a session to come on a project. */
@Component
class ComingQuery {
    private final JdbcClient jdbc;

    ComingQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> cases(String project, LocalDateTime now) {
        return jdbc.sql("""
            SELECT DISTINCT o.case_id FROM upw_session s FORCE INDEX (ix_session_project) JOIN upw_order o ON o.id = s.order_id
            WHERE s.project_code = :project AND s.on_date >= :today AND s.state = 'PLANNED' AND s.starts_at > :now ORDER BY o.case_id
            """)
                .param("project", project)
                .param("today", now.toLocalDate())
                .param("now", now)
                .query(Long.class)
                .list();
    }
}
