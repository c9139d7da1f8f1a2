package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * A practitioner's workload: the points of their open cases by tier and kind, compared with the points they have
 * available. Court orders count as community. An order that may be custody or licence counts as licence until its real
 * codes are known (our own rule). A case without a tier counts nothing.
 */
@Service
public class WorkloadBatch {

    /** @param availablePoints null if there is no colleague with this staff number */
    public record Workload(int points, Integer availablePoints) {

        /** Points used as a percentage of those available; null if that cannot be calculated. */
        public Integer percent() {
            return availablePoints == null || availablePoints == 0 ? null : Math.round(points * 100f / availablePoints);
        }
    }

    private final TerminationDates dates;
    private final JdbcClient jdbc;

    WorkloadBatch(TerminationDates dates, JdbcClient jdbc) {
        this.dates = dates;
        this.jdbc = jdbc;
    }

    public Optional<Workload> of(String staffNumber) {
        return jdbc.sql("SELECT points, available_points FROM practitioner_workload WHERE staff_number = ?")
                .param(staffNumber)
                .query((row, n) -> new Workload(row.getInt(1), row.getObject(2, Integer.class)))
                .optional();
    }

    /** @param staffNumber null if the case has no practitioner, in which case nothing is calculated */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recalculate(String staffNumber) {
        if (staffNumber == null) return;
        jdbc.sql("""
            INSERT INTO practitioner_workload (staff_number, points, available_points, calculated_at)
            SELECT :staff, COALESCE(SUM(w.points), 0), :available, :now FROM caseload_case_view c JOIN order_type o ON o.code = c.order_type_code
            JOIN workload_points w ON w.tier = c.tier AND w.kind = CASE WHEN o.carries_upw THEN 'COMMUNITY' ELSE 'LICENCE' END
            WHERE c.practitioner_staff_number = :staff AND c.ended_on IS NULL
            ON DUPLICATE KEY UPDATE points = VALUES(points), available_points = VALUES(available_points), calculated_at = VALUES(calculated_at)
            """)
                .param("staff", staffNumber)
                .param("available", available(staffNumber))
                .param("now", Utc.of(dates.now()))
                .update();
    }

    private Integer available(String staffNumber) {
        return jdbc.sql(
                        "SELECT fte_percent, grade, experience_months, absence, absence_until FROM workforce_staff_view WHERE staff_number = ?")
                .param(staffNumber)
                .query((row, n) -> AvailablePoints.of(
                        row.getInt("fte_percent"),
                        row.getString("grade"),
                        row.getInt("experience_months"),
                        row.getString("absence"),
                        row.getObject("absence_until", LocalDate.class),
                        dates.today()))
                .optional()
                .orElse(null);
    }
}
