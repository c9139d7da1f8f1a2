package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days of projects for whose register somebody is asked. Each begins and ends in one statement. */
@Component
class RegistersBatch {

    /** Whoever is expected has no outcome, and their order has come here. */
    private static final String EXPECTED =
            "upw_session s JOIN upw_order o ON o.id = s.order_id AND o.state <> 'NOT_STARTED' AND s.on_register AND s.state = 'PLANNED'";

    private static final String REGISTER =
            "SELECT r.id, r.project_code, p.name AS project_name, p.region_code, r.on_date AS `on`, r.state = 'OPEN' AS open, r.times FROM upw_register r JOIN upw_project p ON p.code = r.project_code ";

    private final JdbcClient jdbc;

    RegistersBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param times how often somebody has been asked for it */
    record Register(
            long id,
            String projectCode,
            String projectName,
            String regionCode,
            LocalDate on,
            boolean open,
            int times) {}

    private record Day(String project, LocalDate on) {}

    /** Opens the registers of the days up to this one on which somebody has no outcome, unless they are open. */
    List<Register> open(LocalDate until) {
        List<Day> days = jdbc.sql("SELECT DISTINCT s.project_code AS project, s.on_date AS `on` FROM " + EXPECTED + """
             AND s.on_date <= :until
            LEFT JOIN upw_register r ON r.project_code = s.project_code AND r.on_date = s.on_date
            WHERE r.id IS NULL OR r.state = 'DONE' ORDER BY s.on_date, s.project_code
            """)
                .param("until", until)
                .query(Day.class)
                .list();
        days.forEach(day -> jdbc.sql("""
            INSERT INTO upw_register (project_code, on_date, state, times) VALUES (:project, :on, 'OPEN', 1)
            ON DUPLICATE KEY UPDATE state = 'OPEN', times = times + 1
            """)
                .param("project", day.project())
                .param("on", day.on())
                .update());
        return days.stream()
                .map(day -> jdbc.sql(REGISTER + "WHERE r.project_code = :project AND r.on_date = :on")
                        .param("project", day.project())
                        .param("on", day.on())
                        .query(Register.class)
                        .single())
                .toList();
    }

    Optional<Register> find(long id) {
        return jdbc.sql(REGISTER + "WHERE r.id = ?")
                .param(id)
                .query(Register.class)
                .optional();
    }

    /** How many are expected on the register's day and have no outcome. */
    int missing(Register register) {
        return jdbc.sql("SELECT COUNT(*) FROM " + EXPECTED + " AND s.project_code = :project AND s.on_date = :on")
                .param("project", register.projectCode())
                .param("on", register.on())
                .query(Integer.class)
                .single();
    }

    /** The open registers of the days of these sessions. */
    List<Register> ofSessions(Collection<Long> sessionIds) {
        if (sessionIds.isEmpty()) return List.of();
        return jdbc.sql(REGISTER + """
            WHERE r.state = 'OPEN' AND EXISTS (
              SELECT 1 FROM upw_session s WHERE s.id IN (:ids) AND s.project_code = r.project_code AND s.on_date = r.on_date) ORDER BY r.id
            """)
                .param("ids", sessionIds)
                .query(Register.class)
                .list();
    }

    List<Register> allOpen() {
        return jdbc.sql(REGISTER + "WHERE r.state = 'OPEN' ORDER BY r.id")
                .query(Register.class)
                .list();
    }

    /** @return whether this call closed it */
    boolean close(long id) {
        return jdbc.sql("UPDATE upw_register SET state = 'DONE' WHERE id = ? AND state = 'OPEN'")
                        .param(id)
                        .update()
                > 0;
    }
}
