package uk.gov.justice.probation.devolution.consultation.following;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who still has one-to-ones to hold. */
@Component
class RemindersQuery {

    /**
     * @param who the staff number of whoever stands in or of the line manager, or HR of the region if none is known or
     *     they are away
     * @param due when the first of them is due; null if none has begun
     */
    record ToHold(String who, int people, LocalDate due) {}

    private final JdbcClient jdbc;

    RemindersQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ToHold> oneToOnes(long consultationId, String hr, LocalDate today) {
        return jdbc.sql("""
            SELECT COALESCE(CASE WHEN i.absence IS NULL OR i.absence_until < :today THEN i.staff_number END,
              CASE WHEN l.staff_number <> s.staff_number AND (l.absence IS NULL OR l.absence_until < :today) THEN l.staff_number END, :hr) AS who,
              COUNT(*) AS people, MIN(m.one_to_one_due) AS due
            FROM cohort_member m JOIN workforce_staff_view s ON s.staff_number = m.staff_number LEFT JOIN workforce_staff_view l ON l.staff_number = s.line_manager_staff_number
              LEFT JOIN workforce_staff_view i ON i.staff_number = m.stand_in AND (m.stand_in_from IS NULL OR m.stand_in_from <= :today) AND (m.stand_in_until IS NULL OR m.stand_in_until >= :today)
            WHERE m.consultation_id = :id AND m.active_mark = 1 AND m.one_to_one_state = 'WAITING'
            GROUP BY 1 ORDER BY 1
            """)
                .param("id", consultationId)
                .param("hr", hr)
                .param("today", today)
                .query(ToHold.class)
                .list();
    }
}
