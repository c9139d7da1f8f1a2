package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.unpaidwork.order.EducationCap;
import uk.gov.justice.probation.devolution.unpaidwork.order.Frequency;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.PlannedWork;

/** Reads what planning the sessions of many orders needs to know. */
@Component
class PlanningBatch {

    /** An order as planning sees it. */
    record ToPlan(
            long id,
            String projectCode,
            Frequency frequency,
            LocalDate firstSessionOn,
            OrderState state,
            int minutesLeft,
            int minutesOrdered,
            int educationCredited)
            implements PlannedWork {

        @Override
        public int educationLeft() {
            return EducationCap.left(educationCredited, minutesOrdered);
        }
    }

    private final JdbcClient jdbc;

    PlanningBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ToPlan> orders(Collection<Long> orderIds) {
        return jdbc.sql("""
            SELECT id, project_code, frequency, first_session_on, state, minutes_ordered - minutes_credited AS minutes_left, minutes_ordered,
              ete_minutes_credited AS education_credited
            FROM upw_order WHERE id IN (:orders) ORDER BY id
            """).param("orders", orderIds).query(ToPlan.class).list();
    }

    /** By order, the sessions that are planned or whose outcome has not been settled, earliest first. */
    Map<Long, List<Appointment>> open(Collection<Long> orderIds) {
        return byOrder(orderIds, "AND state IN ('PLANNED', 'RECORDED') ORDER BY order_id, on_date, start_time, id");
    }

    /** By order, all of their sessions. */
    Map<Long, List<Appointment>> every(Collection<Long> orderIds) {
        return byOrder(orderIds, "ORDER BY id");
    }

    private Map<Long, List<Appointment>> byOrder(Collection<Long> orderIds, String which) {
        Map<Long, List<Appointment>> sessions = new HashMap<>();
        orderIds.forEach(id -> sessions.put(id, new ArrayList<>()));
        if (orderIds.isEmpty()) return sessions;
        jdbc.sql(
                        "SELECT order_id, id, session_reference, project_code, on_date, start_time, end_time, state, on_register FROM upw_session FORCE INDEX (ix_session_order) WHERE order_id IN (:orders) "
                                + which)
                .param("orders", orderIds)
                .query(row -> {
                    sessions.get(row.getLong("order_id")).add(appointment(row));
                });
        return sessions;
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                row.getLong("id"),
                row.getString("session_reference"),
                row.getString("project_code"),
                row.getObject("on_date", LocalDate.class),
                row.getObject("start_time", LocalTime.class),
                row.getObject("end_time", LocalTime.class),
                SessionState.valueOf(row.getString("state")),
                row.getBoolean("on_register"));
    }

    /** By order, the last day of a session that a file brought on its project; without those that have none. */
    Map<Long, LocalDate> lastByFile(Collection<Long> orderIds) {
        Map<Long, LocalDate> days = new HashMap<>();
        if (orderIds.isEmpty()) return days;
        jdbc.sql("""
            SELECT s.order_id, MAX(s.on_date) FROM upw_session s JOIN upw_order o ON o.id = s.order_id AND o.project_code = s.project_code
            WHERE s.order_id IN (:orders) AND s.state <> 'CANCELLED' AND s.session_reference NOT LIKE 'UPW-%' GROUP BY s.order_id
            """).param("orders", orderIds).query(row -> {
            days.put(row.getLong(1), row.getObject(2, LocalDate.class));
        });
        return days;
    }
}
