package uk.gov.justice.probation.devolution.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.programme.WeeklyReport.Line;

/** What is kept of past weeks, a line for each region and week. */
@Component
class WeeklyReportBatch {
    record Kept(LocalDate on, Line line) {}

    private final JdbcClient jdbc;

    WeeklyReportBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps how it stands on this day instead of what was kept earlier in the week. */
    void keep(LocalDate monday, LocalDate on, List<Line> lines) {
        lines.forEach(line -> jdbc.sql("""
            INSERT INTO weekly_report_line (monday, region_code, plan_rows, ended, on_time, late, at_risk, moved, left_behind, overdue_tasks, incidents, to_look_at, kept_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE plan_rows = VALUES(plan_rows), ended = VALUES(ended), on_time = VALUES(on_time), late = VALUES(late), at_risk = VALUES(at_risk),
              moved = VALUES(moved), left_behind = VALUES(left_behind), overdue_tasks = VALUES(overdue_tasks), incidents = VALUES(incidents), to_look_at = VALUES(to_look_at),
              kept_on = VALUES(kept_on)
            """)
                .params(
                        monday,
                        line.code(),
                        line.rows(),
                        line.ended(),
                        line.onTime(),
                        line.late(),
                        line.atRisk(),
                        line.moved(),
                        line.left(),
                        line.overdueTasks(),
                        line.incidents(),
                        String.join("\n", line.toLookAt()),
                        on)
                .update());
    }

    /** By region code. */
    Map<String, Kept> of(LocalDate monday) {
        return jdbc
                .sql("""
            SELECT k.region_code, r.name, k.plan_rows, k.ended, k.on_time, k.late, k.at_risk, k.moved, k.left_behind, k.overdue_tasks, k.incidents, k.to_look_at, k.kept_on
            FROM weekly_report_line k JOIN region r ON r.code = k.region_code WHERE k.monday = ?
            """)
                .param(monday)
                .query((row, n) -> new Kept(
                        row.getObject("kept_on", LocalDate.class),
                        new Line(
                                row.getString("region_code"),
                                row.getString("name"),
                                row.getInt("plan_rows"),
                                row.getInt("ended"),
                                row.getInt("on_time"),
                                row.getInt("late"),
                                row.getInt("at_risk"),
                                row.getInt("moved"),
                                row.getInt("left_behind"),
                                row.getInt("overdue_tasks"),
                                row.getInt("incidents"),
                                row.getString("to_look_at").lines().toList())))
                .list()
                .stream()
                .collect(Collectors.toMap(kept -> kept.line().code(), kept -> kept));
    }
}
