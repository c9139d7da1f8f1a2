package uk.gov.justice.probation.devolution.unpaidwork;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.handover.SomeCases;

/** Orders at work, projects and sessions for tests, created by plain SQL. */
public final class SomeSessions {
    private final JdbcClient jdbc;
    private final SomeCases cases;
    private int next = 1;

    public SomeSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cases = new SomeCases(jdbc);
    }

    /** A project of the North West that runs from 09:00 to 16:00 on these days. */
    public String project(String code, String type, String days, LocalDate ends) {
        jdbc.sql("""
            INSERT INTO upw_project (code, name, type_code, region_code, pdu_name, days, start_time, end_time, capacity, start_date, end_date, is_accessible)
            VALUES (?, CONCAT('Project ', ?), ?, 'NW', 'Wirral', ?, '09:00', '16:00', 20, '2020-01-01', ?, TRUE)
            """).params(Arrays.asList(code, code, type, days, ends)).update();
        return code;
    }

    /** An order of a North West case that works on the project every week. */
    public long order(
            String project, int minutesOrdered, int minutesCredited, LocalDate sentenced, LocalDate firstSession) {
        cases.held(1, "NW", "REGION_NW", "UPW_ORDERS", "CRC", false);
        long caseId =
                jdbc.sql("SELECT MAX(id) FROM probation_case").query(Long.class).single();
        jdbc.sql("""
            INSERT INTO upw_order (case_id, requirement_id, sub_type_code, minutes_ordered, minutes_credited, ete_minutes_credited, sentence_date, status, warnings_imported, imported_on,
              state, project_code, frequency, first_session_on)
            VALUES (?, ?, 'W01', ?, ?, 0, ?, 'WK', 0, ?, 'SESSIONS', ?, 'WEEKLY', ?)
            """)
                .params(
                        caseId,
                        "R" + next++,
                        minutesOrdered,
                        minutesCredited,
                        sentenced,
                        sentenced,
                        project,
                        firstSession)
                .update();
        return jdbc.sql("SELECT MAX(id) FROM upw_order").query(Long.class).single();
    }

    /** A session from 09:00 to 16:00 that is planned. */
    public long session(long order, String project, LocalDate on) {
        return session(order, project, on, LocalTime.of(9, 0), LocalTime.of(16, 0));
    }

    public long session(long order, String project, LocalDate on, LocalTime start, LocalTime end) {
        jdbc.sql(
                        "INSERT INTO upw_session (session_reference, order_id, project_code, on_date, start_time, end_time, state, version) VALUES (?, ?, ?, ?, ?, ?, 'PLANNED', 1)")
                .params("N-%d-%s-%s".formatted(order, on, start), order, project, on, start, end)
                .update();
        return jdbc.sql("SELECT MAX(id) FROM upw_session").query(Long.class).single();
    }

    public void limited(long order) {
        jdbc.sql(
                        "UPDATE probation_case SET limited_access = TRUE, practitioner_staff_number = 'P0001' WHERE id = (SELECT case_id FROM upw_order WHERE id = ?)")
                .param(order)
                .update();
    }

    /** Gives somebody access to the order's case. */
    public void granted(long order, String userName) {
        jdbc.sql(
                        "INSERT INTO case_access_grant (case_id, user_name, granted_by, granted_at) VALUES (?, ?, 'spo-nw', NOW())")
                .params(caseOf(order), userName)
                .update();
    }

    public long caseOf(long order) {
        return jdbc.sql("SELECT case_id FROM upw_order WHERE id = ?")
                .param(order)
                .query(Long.class)
                .single();
    }
}
