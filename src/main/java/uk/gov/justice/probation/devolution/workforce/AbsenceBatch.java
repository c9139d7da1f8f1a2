package uk.gov.justice.probation.devolution.workforce;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.facts.ChangedFactBatch;

/**
 * Announces that a line manager is away, or is back: by a staff file, or because the last day of the absence has
 * passed. What was announced is kept, so that a day on which this did not run is made up for.
 */
@Component
class AbsenceBatch {
    private static final String AWAY =
            "(s.absence IS NOT NULL AND (s.absence_until IS NULL OR s.absence_until >= '%s'))";

    private final ChangedFactBatch facts;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;

    AbsenceBatch(ChangedFactBatch facts, Deadlines deadlines, JdbcClient jdbc) {
        this.facts = facts;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
    }

    @Scheduled(cron = "0 15 4 * * *", zone = "Europe/London")
    @Scheduled(initialDelayString = "PT2M")
    @Transactional
    void eachDay() {
        follow();
    }

    @Transactional
    void follow() {
        LocalDate today = deadlines.today();
        String away = AWAY.formatted(today);
        facts.note("""
            SELECT 'STAFF_AWAY' AS fact, CONCAT('staff/', s.staff_number) AS about, IF(k.staff_number IS NULL, 'here', 'away') AS value_before,
              IF(k.staff_number IS NULL, 'away', 'here') AS value_after, :occasion, :now
            FROM staff s LEFT JOIN staff_away k ON k.staff_number = s.staff_number
            WHERE %s <> (k.staff_number IS NOT NULL) AND EXISTS (SELECT 1 FROM staff p WHERE p.line_manager_staff_number = s.staff_number)
            """.formatted(away));
        jdbc.sql("DELETE FROM staff_away WHERE staff_number NOT IN (SELECT s.staff_number FROM staff s WHERE %s)"
                        .formatted(away))
                .update();
        jdbc.sql("INSERT IGNORE INTO staff_away (staff_number) SELECT s.staff_number FROM staff s WHERE %s"
                        .formatted(away))
                .update();
    }
}
