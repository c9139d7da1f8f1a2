package uk.gov.justice.probation.devolution.preferencing.fairness;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the staff file says of the people of a run. */
@Component
class GroupsQuery {

    /** @param absence of what kind; null if they are not absent */
    record Row(long memberId, String staffNumber, String grade, int ftePercent, String absence) {}

    private final JdbcClient jdbc;

    GroupsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ordered by member id; people who have left since are among them. */
    List<Row> of(long runId, LocalDate today) {
        return jdbc.sql("""
            SELECT m.id AS member_id, m.staff_number, g.name AS grade, s.fte_percent, IF(s.absence_until IS NULL OR s.absence_until >= :today, a.name, NULL) AS absence
            FROM allocation_result r JOIN consultation_member_view m ON m.id = r.member_id JOIN workforce_staff_view s ON s.staff_number = m.staff_number
              JOIN grade g ON g.code = s.grade LEFT JOIN absence_kind a ON a.code = s.absence
            WHERE r.run_id = :run ORDER BY m.id
            """)
                .param("today", today)
                .param("run", runId)
                .query(Row.class)
                .list();
    }
}
