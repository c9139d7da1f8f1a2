package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Who takes part and has not said which places they want. */
@Component
class UnansweredQuery {

    /**
     * @param closesAt until when they can answer, unless they were given more time
     * @param extendedTo null without more time
     * @param contact who speaks to them afterwards: the line manager's staff number, or HR of the region
     */
    record Unanswered(long memberId, String staffNumber, Instant closesAt, LocalDate extendedTo, String contact) {}

    private final JdbcClient jdbc;

    UnansweredQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Unanswered> of(long consultationId, String hr, LocalDate today) {
        return jdbc.sql("""
            SELECT m.id, m.staff_number, GREATEST(r.closes_at, COALESCE(a.closes_at, r.closes_at)) AS closes_at, m.extended_to,
              COALESCE(CASE WHEN l.staff_number <> s.staff_number AND (l.absence IS NULL OR l.absence_until < :today) THEN l.staff_number END, :hr) AS contact
            FROM consultation_member_view m JOIN preference_round r ON r.consultation_id = m.consultation_id LEFT JOIN preference_asking a ON a.member_id = m.id
              JOIN workforce_staff_view s ON s.staff_number = m.staff_number LEFT JOIN workforce_staff_view l ON l.staff_number = s.line_manager_staff_number
            WHERE m.consultation_id = :id AND m.active_mark = 1 AND NOT EXISTS (SELECT 1 FROM preference_answer x WHERE x.member_id = m.id)
            ORDER BY m.id
            """)
                .param("id", consultationId)
                .param("hr", hr)
                .param("today", today)
                .query(UnansweredQuery::read)
                .list();
    }

    private static Unanswered read(ResultSet row, int n) throws SQLException {
        return new Unanswered(
                row.getLong("id"),
                row.getString("staff_number"),
                Utc.instant(row, "closes_at"),
                row.getObject("extended_to", LocalDate.class),
                row.getString("contact"));
    }
}
