package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectHours;
import uk.gov.justice.probation.devolution.unpaidwork.session.ReadingRegisters.Expected;

/** The people who are expected on a project on a day. */
@Component
class RegisterQuery {
    private static final String READABLE = CaseAccess.readable("c.crn");
    private static final String PEOPLE =
            "SELECT c.crn, s.id, s.start_time, s.end_time, s.state, s.outcome_code, s.notes_sensitive, s.version, "
                    + READABLE + """
            AS readable
            FROM upw_session s JOIN upw_order o ON o.id = s.order_id JOIN caseload_case_view c ON c.id = o.case_id
            WHERE s.project_code = :project AND s.on_date = :day AND s.state <> 'CANCELLED' AND\s""" + CaseScope.sql("c.region_code", "c.id")
                    + " ORDER BY readable DESC, CASE WHEN " + READABLE + " THEN s.start_time END, c.crn, s.id";

    private final OnePersonBatch people;
    private final JdbcClient jdbc;

    RegisterQuery(OnePersonBatch people, JdbcClient jdbc) {
        this.people = people;
        this.jdbc = jdbc;
    }

    List<Expected> people(String project, LocalDate day, CaseScope theirs, String reader) {
        Map<String, Object> asked = new HashMap<>(theirs.parameters());
        asked.putAll(Map.of("project", project, "day", day, "reader", reader));
        return jdbc.sql(PEOPLE).params(asked).query((row, n) -> read(row)).list();
    }

    /** The day of the first of these sessions that is on the project. */
    Optional<LocalDate> dayOf(String project, Collection<Long> sessionIds) {
        return jdbc.sql("SELECT MIN(on_date) FROM upw_session WHERE project_code = :project AND id IN (:ids)")
                .param("project", project)
                .param("ids", sessionIds)
                .query(LocalDate.class)
                .optional();
    }

    /**
     * Where the person is, or was, at the hours of the project on that day, in words that follow the CRN. If they have
     * several orders, nobody else takes their hours until the transaction ends.
     */
    Optional<String> elsewhere(long orderId, String crn, LocalDate day, ProjectHours project) {
        people.lock(List.of(orderId));
        return jdbc.sql("""
            SELECT s.project_code FROM caseload_case_view c JOIN upw_order o ON o.case_id = c.id JOIN upw_session s ON s.order_id = o.id
            WHERE c.crn = :crn AND s.on_date BETWEEN :dayBefore AND :dayAfter AND s.starts_at < :end AND s.ends_at > :start
              AND (s.state = 'PLANNED' OR s.state IN ('RECORDED', 'SETTLED') AND COALESCE(s.outcome_code, '') <> 'RSSR')
            ORDER BY s.project_code <> :project, s.id LIMIT 1
            """)
                .param("crn", crn)
                .param("dayBefore", day.minusDays(1))
                .param("dayAfter", day.plusDays(1))
                .param("start", project.on(day).begins())
                .param("end", project.on(day).ends())
                .param("project", project.code())
                .query(String.class)
                .optional()
                .map(where -> where.equals(project.code())
                        ? "is already on the register of that day."
                        : "has a session on another project at those hours.");
    }

    /** How many sessions of the order have ever been on that day. */
    int namedOn(long orderId, LocalDate day) {
        return jdbc.sql("SELECT COUNT(*) FROM upw_session WHERE order_id = :order AND session_reference LIKE :name")
                .param("order", orderId)
                .param("name", "UPW-%d-%s%%".formatted(orderId, day))
                .query(Integer.class)
                .single();
    }

    boolean isCancelled(String project, LocalDate day) {
        return jdbc.sql("SELECT COUNT(*) FROM upw_cancelled_day WHERE project_code = :project AND on_date = :day")
                        .param("project", project)
                        .param("day", day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Expected read(ResultSet row) throws SQLException {
        String crn = row.getString("crn");
        if (!row.getBoolean("readable")) return Expected.limited(crn);
        return new Expected(
                crn,
                row.getLong("id"),
                row.getObject("start_time", LocalTime.class),
                row.getObject("end_time", LocalTime.class),
                SessionState.valueOf(row.getString("state")),
                row.getString("outcome_code"),
                row.getBoolean("notes_sensitive"),
                row.getInt("version"));
    }
}
