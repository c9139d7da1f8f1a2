package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;

/** What the page of an order shows beside it, and what belongs to the orders of cases. */
@Component
class OrdersOverview {
    /** @param team null until it has one; the project, until one has been chosen */
    record Placed(String team, String project, int travelMinutes) {}

    record Known(
            long id, int eventNumber, String requirementId, OrderState state, int minutesLeft, LocalDate lastDay) {}

    private final JdbcClient jdbc;

    OrdersOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The orders of these cases, the latest first. */
    List<Known> ofCases(Collection<Long> caseIds) {
        if (caseIds.isEmpty()) return List.of();
        return jdbc.sql("""
            SELECT o.id, c.event_number, o.requirement_id, o.state, o.minutes_ordered - o.minutes_credited AS minutes_left, o.last_day
            FROM upw_order o JOIN caseload_case_view c ON c.id = o.case_id WHERE o.case_id IN (:cases) ORDER BY c.event_number, o.id DESC
            """).param("cases", caseIds).query(Known.class).list();
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
        return subjects(caseIds, "", "");
    }

    /** As {@link #subjects}, without the sessions and enforcements that are over. */
    Map<Long, List<String>> subjectsNotOver(Collection<Long> caseIds) {
        return subjects(
                caseIds,
                "AND s.state NOT IN ('SETTLED', 'CANCELLED', 'HISTORY')",
                "AND e.state NOT IN ('BREACHED', 'CLOSED', 'WITHDRAWN')");
    }

    private Map<Long, List<String>> subjects(Collection<Long> caseIds, String ofSessions, String ofEnforcements) {
        Map<Long, List<String>> subjects = new HashMap<>();
        jdbc.sql("""
            SELECT case_id, CONCAT('order/', id) FROM upw_order WHERE case_id IN (:cases)
            UNION ALL SELECT id, CONCAT('case/', id) FROM caseload_case_view WHERE id IN (:cases)
            UNION ALL SELECT o.case_id, CONCAT('session/', s.id) FROM upw_order o JOIN upw_session s ON s.order_id = o.id WHERE o.case_id IN (:cases) %s
            UNION ALL SELECT o.case_id, CONCAT('enforcement/', e.id) FROM upw_order o JOIN upw_enforcement e ON e.order_id = o.id WHERE o.case_id IN (:cases) %s
            """.formatted(ofSessions, ofEnforcements))
                .param("cases", caseIds)
                .query(row -> {
                    subjects.computeIfAbsent(row.getLong(1), unused -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return subjects;
    }
}
