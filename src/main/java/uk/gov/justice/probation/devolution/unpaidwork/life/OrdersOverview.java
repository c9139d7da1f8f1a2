package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseScope;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;

/** What pages show of orders and what belongs to them. */
@Component
class OrdersOverview {
    private static final String LISTED = """
      FROM upw_order o JOIN caseload_case_view c ON c.id = o.case_id LEFT JOIN upw_project p ON p.code = o.project_code
      WHERE (:crn = '' OR c.crn = :crn) AND\s""" + CaseScope.sql("c.region_code", "c.id") + " ";

    /**
     * Whose orders are listed.
     *
     * @param crn only this person's orders; everybody's if empty
     * @param theirs the regions and units
     */
    record Whose(String crn, CaseScope theirs) {

        private Map<String, Object> asked() {
            Map<String, Object> asked = new HashMap<>(theirs.parameters());
            asked.put("crn", crn);
            return asked;
        }
    }

    /** @param project null until one has been chosen */
    record Row(long orderId, long caseId, OrderState state, int minutesLeft, String project) {}

    /** @param team null until it has one; the project, until one has been chosen */
    record Placed(String team, String project, int travelMinutes) {}

    private final JdbcClient jdbc;

    OrdersOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(Whose whose) {
        return jdbc.sql("SELECT COUNT(*) " + LISTED)
                .params(whose.asked())
                .query(Integer.class)
                .single();
    }

    /** Running ones first. */
    List<Row> list(Whose whose, int atMost, int from) {
        return jdbc.sql("SELECT o.id, o.case_id, o.state, o.minutes_ordered - o.minutes_credited, p.name " + LISTED
                        + """
            ORDER BY o.state IN ('NOT_STARTED', 'COMPLETE', 'COURT', 'STOPPED'), o.state = 'NOT_STARTED' DESC, c.crn, c.event_number, o.id LIMIT :atMost OFFSET :from
            """)
                .params(whose.asked())
                .param("atMost", atMost)
                .param("from", from)
                .query((row, n) -> new Row(
                        row.getLong(1),
                        row.getLong(2),
                        OrderState.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getString(5)))
                .list();
    }

    /** The names of the team and project, and the minutes of travel that were credited. */
    Placed placed(long orderId) {
        return jdbc.sql("""
            SELECT COALESCE(t.name, o.team_code) AS team, COALESCE(p.name, o.project_code) AS project,
              (SELECT COALESCE(SUM(k.minutes), 0) FROM upw_credit k WHERE k.order_id = o.id AND k.kind = 'TRAVEL') AS travel_minutes
            FROM upw_order o LEFT JOIN team t ON t.code = o.team_code LEFT JOIN upw_project p ON p.code = o.project_code WHERE o.id = ?
            """).param(orderId).query(Placed.class).single();
    }

    /**
     * The names used in audit entries and messages for the orders of these cases, their sessions and enforcements, by
     * case.
     */
    Map<Long, List<String>> subjects(Collection<Long> caseIds) {
        Map<Long, List<String>> subjects = new HashMap<>();
        jdbc.sql("""
            SELECT case_id, CONCAT('order/', id) FROM upw_order WHERE case_id IN (:cases)
            UNION ALL SELECT id, CONCAT('case/', id) FROM caseload_case_view WHERE id IN (:cases)
            UNION ALL SELECT o.case_id, CONCAT('session/', s.id) FROM upw_order o JOIN upw_session s ON s.order_id = o.id WHERE o.case_id IN (:cases)
            UNION ALL SELECT o.case_id, CONCAT('enforcement/', e.id) FROM upw_order o JOIN upw_enforcement e ON e.order_id = o.id WHERE o.case_id IN (:cases)
            """).param("cases", caseIds).query(row -> {
            subjects.computeIfAbsent(row.getLong(1), unused -> new ArrayList<>())
                    .add(row.getString(2));
        });
        return subjects;
    }
}
