package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions.Listed;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionState;

/**
 * The sessions of a colleague's regions and units with their cases and projects, oldest first. Who may see a case is
 * checked afterwards.
 */
@Component
class SessionsOverview {
    private static final Set<Role> ROLES = EnumSet.of(
            Role.CASE_ADMIN,
            Role.PSO,
            Role.SPO,
            Role.PRACTITIONER,
            Role.PLACEMENT_COORDINATOR,
            Role.UPW_SUPERVISOR,
            Role.DATA_LEAD);

    private final JdbcClient jdbc;

    SessionsOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(long caseId, Listed listed) {}

    /** The sessions that have begun and are waiting for their outcome. */
    List<Row> waiting(LocalDateTime now, Colleague by) {
        return rows(
                "s.state = 'PLANNED' AND (s.on_date < :today OR s.on_date = :today AND s.start_time <= :now)",
                Map.of("today", now.toLocalDate(), "now", now.toLocalTime()),
                by);
    }

    /** The sessions of one project on one day. */
    List<Row> of(String projectCode, LocalDate day, Colleague by) {
        return rows(
                "s.state <> 'CANCELLED' AND s.project_code = :project AND s.on_date = :day",
                Map.of("project", projectCode, "day", day),
                by);
    }

    private List<Row> rows(String which, Map<String, ?> parameters, Colleague by) {
        CaseScope theirs = CaseScope.of(by, ROLES);
        return jdbc.sql("""
            SELECT o.case_id, c.crn, s.id, s.on_date, s.start_time, s.end_time, s.project_code, p.name, s.state
            FROM upw_session s JOIN upw_order o ON o.id = s.order_id JOIN caseload_case_view c ON c.id = o.case_id JOIN upw_project p ON p.code = s.project_code
            WHERE\s""" + which + " AND " + CaseScope.sql("c.region_code", "c.id") + """
             ORDER BY s.on_date, s.start_time, s.id LIMIT :most
            """)
                .params(parameters)
                .params(theirs.parameters())
                .param("most", ListingSessions.LISTED)
                .query((row, n) -> new Row(
                        row.getLong(1),
                        new Listed(
                                row.getString(2),
                                row.getLong(3),
                                row.getObject(4, LocalDate.class),
                                row.getObject(5, LocalTime.class),
                                row.getObject(6, LocalTime.class),
                                row.getString(7),
                                row.getString(8),
                                SessionState.valueOf(row.getString(9)))))
                .list();
    }
}
