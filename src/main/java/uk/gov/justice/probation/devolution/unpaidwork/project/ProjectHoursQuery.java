package uk.gov.justice.probation.devolution.unpaidwork.project;

import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When projects run. */
@Component
public class ProjectHoursQuery {
    private final JdbcClient jdbc;

    ProjectHoursQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ProjectHours of(String projectCode) {
        return jdbc.sql("""
            SELECT p.code, p.name, p.days, p.start_time, p.end_time, p.start_date, p.end_date, t.kind = 'EDUCATION' AS education
            FROM upw_project p JOIN upw_project_type t ON t.code = p.type_code WHERE p.code = ?
            """)
                .param(projectCode)
                .query((row, n) -> new ProjectHours(
                        row.getString("code"),
                        row.getString("name"),
                        ProjectDays.of(row.getString("days")),
                        row.getObject("start_time", LocalTime.class),
                        row.getObject("end_time", LocalTime.class),
                        row.getObject("start_date", LocalDate.class),
                        row.getObject("end_date", LocalDate.class),
                        row.getBoolean("education")))
                .single();
    }
}
