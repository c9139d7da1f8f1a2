package uk.gov.justice.probation.devolution.workforce;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Members of staff for tests: case administrators of a region's service centre unless set otherwise, with "Name" and
 * their number as display name.
 */
public final class SomeStaff {
    private final JdbcClient jdbc;

    public SomeStaff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lineManager null if unknown */
    public void add(String staffNumber, String region, String lineManager) {
        add(staffNumber, region, "PSC_LIVERPOOL", "CA", lineManager);
    }

    public void add(String staffNumber, String region, String unit, String grade, String lineManager) {
        jdbc.sql("""
        INSERT INTO staff (staff_number, display_name, email, grade, fte_percent, site_code, team_code, line_manager_staff_number, region_code, start_date, experience_months,
          vetting_status)
        SELECT :number, CONCAT('Name ', :number), CONCAT(LOWER(:number), '@example.org'), :grade, 100, (SELECT MIN(code) FROM site),
          (SELECT MIN(code) FROM team WHERE unit_code = :unit), :manager, :region, '2020-01-01', 36, 'NOT_REQUIRED'
        """)
                .param("number", staffNumber)
                .param("grade", grade)
                .param("unit", unit)
                .param("manager", lineManager)
                .param("region", region)
                .update();
    }

    /** @param until null if the end is unknown */
    public void absent(String staffNumber, LocalDate until) {
        jdbc.sql(
                        "UPDATE staff SET absence = (SELECT MIN(code) FROM absence_kind), absence_until = ? WHERE staff_number = ?")
                .params(until, staffNumber)
                .update();
    }
}
