package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.unpaidwork.order.SubType;
import uk.gov.justice.probation.devolution.unpaidwork.session.FreeDays.Busy;
import uk.gov.justice.probation.devolution.unpaidwork.session.FreeDays.OfPerson;

/**
 * Reads which places of projects are taken from today on, which of their days are cancelled, and when the people of
 * orders are busy. People with several orders and the projects are locked, so that neither an hour nor a last place is
 * taken twice. Lock the orders first. Indexes are forced, because optimisers otherwise read every planned session.
 */
@Component
class FreeDaysQuery {
    private final OnePersonBatch people;
    private final JdbcClient jdbc;
    private final Clock clock;

    FreeDaysQuery(OnePersonBatch people, JdbcClient jdbc, Clock clock) {
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    FreeDays of(Collection<Long> orderIds, Collection<String> projects) {
        LocalDate today = LocalDate.now(clock);
        boolean several = people.lock(orderIds);
        FreeDays days = new FreeDays(places(projects), several ? together(orderIds) : List.of());
        jdbc.sql("""
            SELECT project_code, on_date, COUNT(*), FALSE FROM upw_session FORCE INDEX (ix_session_project)
            WHERE project_code IN (:projects) AND on_date >= :today AND state IN ('PLANNED', 'RECORDED') GROUP BY project_code, on_date
            UNION ALL SELECT s.project_code, s.on_date, -COUNT(*), FALSE FROM upw_order o STRAIGHT_JOIN upw_session s FORCE INDEX (ix_session_order) ON s.order_id = o.id
            WHERE o.sub_type_code = :concurrent AND s.project_code IN (:projects) AND s.on_date >= :today AND s.state IN ('PLANNED', 'RECORDED') AND EXISTS (
              SELECT 1 FROM caseload_case_view me STRAIGHT_JOIN caseload_case_view c ON c.crn = me.crn
              STRAIGHT_JOIN upw_order x ON x.case_id = c.id
              STRAIGHT_JOIN upw_session t FORCE INDEX (ix_session_order) ON t.order_id = x.id
              WHERE me.id = o.case_id AND (x.sub_type_code <> :concurrent OR x.id < o.id) AND t.on_date = s.on_date AND t.project_code = s.project_code AND t.state IN ('PLANNED', 'RECORDED'))
            GROUP BY s.project_code, s.on_date
            UNION ALL SELECT project_code, on_date, 0, TRUE FROM upw_cancelled_day WHERE project_code IN (:projects) AND on_date >= :today
            """)
                .param("projects", projects)
                .param("today", today)
                .param("concurrent", SubType.CONCURRENT)
                .query(row -> {
                    String project = row.getString(1);
                    LocalDate on = row.getObject(2, LocalDate.class);
                    if (row.getBoolean(4)) days.cancel(project, on);
                    else days.take(project, on, row.getInt(3));
                });
        if (several)
            jdbc.sql("""
            SELECT mine.id AS order_id, s.project_code, s.on_date AS `on`, s.start_time AS start, s.end_time AS end,
              :concurrent IN (mine.sub_type_code, o.sub_type_code) AS concurrent
            FROM upw_order mine FORCE INDEX (PRIMARY) STRAIGHT_JOIN caseload_case_view me ON me.id = mine.case_id STRAIGHT_JOIN caseload_case_view c ON c.crn = me.crn
            STRAIGHT_JOIN upw_order o ON o.case_id = c.id AND o.id <> mine.id STRAIGHT_JOIN upw_session s FORCE INDEX (ix_session_order) ON s.order_id = o.id
            WHERE mine.id IN (:orders) AND s.state = 'PLANNED' AND s.on_date >= :yesterday
            """)
                    .param("orders", orderIds)
                    .param("yesterday", today.minusDays(1))
                    .param("concurrent", SubType.CONCURRENT)
                    .query(Busy.class)
                    .list()
                    .forEach(days::add);
        return days;
    }

    private Map<String, Integer> places(Collection<String> projects) {
        Map<String, Integer> places = new HashMap<>();
        jdbc.sql("SELECT code, capacity FROM upw_project WHERE code IN (:projects) ORDER BY code FOR UPDATE")
                .param("projects", projects)
                .query(row -> {
                    places.put(row.getString(1), row.getInt(2));
                });
        return places;
    }

    /** For each person, if there is more than one order of theirs among them. */
    private Collection<List<OfPerson>> together(Collection<Long> orderIds) {
        Map<String, List<OfPerson>> people = new HashMap<>();
        if (orderIds.size() == 1) return List.of();
        jdbc.sql(
                        "SELECT o.id, c.crn, o.sub_type_code = :concurrent FROM upw_order o JOIN caseload_case_view c ON c.id = o.case_id WHERE o.id IN (:orders)")
                .param("orders", orderIds)
                .param("concurrent", SubType.CONCURRENT)
                .query(row -> {
                    people.computeIfAbsent(row.getString(2), crn -> new ArrayList<>())
                            .add(new OfPerson(row.getLong(1), row.getBoolean(3)));
                });
        people.values().removeIf(orders -> orders.size() == 1);
        return people.values();
    }
}
