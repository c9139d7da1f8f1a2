package uk.gov.justice.probation.devolution.termination;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases with the data that terminations look at, created by plain SQL. By default a case is in the North West, which
 * does its own terminations, on a community order that ends today.
 */
public final class SomeTerminations {
    private final JdbcClient jdbc;
    private int next = 1;

    public SomeTerminations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long endingCase(LocalDate expectedEnd) {
        return aCase("X%06d".formatted(next), 1, "201", expectedEnd);
    }

    /** @param orderType 201 is a community order, CUS a licence */
    public long aCase(String crn, int eventNumber, String orderType, LocalDate expectedEnd) {
        next++;
        jdbc.sql("""
            INSERT INTO probation_case (crn, event_number, region_code, pdu_name, team_code, practitioner_staff_number, order_type_code, start_date, expected_end_date,
              legacy_organisation, standalone_upw, rosh_level, tier, limited_access, version)
            SELECT ?, ?, 'NW', MIN(name), 'PSC_LIVERPOOL_ADMIN', 'NW00001', ?, '2021-01-04', ?, 'NPS', FALSE, 'RMRH', 'B2', FALSE, 1 FROM pdu WHERE region_code = 'NW'
            """).params(crn, eventNumber, orderType, expectedEnd).update();
        long id = jdbc.sql("SELECT id FROM probation_case WHERE crn = ? AND event_number = ?")
                .params(crn, eventNumber)
                .query(Long.class)
                .single();
        heldBy(id, "REGION_NW");
        return id;
    }

    /** Sets which unit does the case's terminations. */
    public void heldBy(long caseId, String unit) {
        jdbc.sql(
                        "UPDATE case_service SET responsible_until = NOW(3) WHERE case_id = ? AND service_code = 'TERMINATIONS' AND open_mark = 1")
                .param(caseId)
                .update();
        jdbc.sql("""
            INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, last_changed)
            SELECT id, 'TERMINATIONS', ?, region_code, NOW(3), NOW(3) FROM probation_case WHERE id = ?
            """).params(unit, caseId).update();
    }

    /** An unpaid work order of 6,000 minutes. */
    public long order(long caseId, String state, int minutesCredited) {
        jdbc.sql("""
            INSERT INTO upw_order (case_id, requirement_id, sub_type_code, minutes_ordered, minutes_credited, ete_minutes_credited, sentence_date, status, warnings_imported,
              imported_on, state)
            VALUES (?, ?, 'W01', 6000, ?, 0, '2021-01-04', 'WK', 0, '2021-01-04', ?)
            """).params(caseId, "R" + caseId, minutesCredited, state).update();
        return jdbc.sql("SELECT MAX(id) FROM upw_order").query(Long.class).single();
    }

    public long component(long caseId, String kind, String reference, LocalDate startedOn) {
        jdbc.sql(
                        "INSERT INTO case_component (case_id, kind, reference, label, started_on, version) VALUES (?, ?, ?, 'Alcohol treatment', ?, 1)")
                .params(caseId, kind, reference, startedOn)
                .update();
        return jdbc.sql("SELECT MAX(id) FROM case_component").query(Long.class).single();
    }

    public void session(long order, String reference, LocalDate on, String state) {
        jdbc.sql("""
        INSERT IGNORE INTO upw_project (code, name, type_code, region_code, pdu_name, days, start_time, end_time, capacity, start_date, is_accessible)
        SELECT 'P1', 'Park', 'PL', 'NW', MIN(name), 'MON', '09:00', '16:00', 5, '2021-01-01', TRUE FROM pdu WHERE region_code = 'NW'
        """).update();
        jdbc.sql(
                        "INSERT INTO upw_session (session_reference, order_id, project_code, on_date, start_time, end_time, state, version) VALUES (?, ?, 'P1', ?, '09:00', '16:00', ?, 1)")
                .params(reference, order, on, state)
                .update();
    }

    /** Enforcement of the failure in that session. */
    public void enforcement(String sessionReference, String state) {
        jdbc.sql(
                        "INSERT INTO upw_enforcement (order_id, session_id, failed_on, state, opened_at) SELECT order_id, id, on_date, ?, NOW(3) FROM upw_session WHERE session_reference = ?")
                .params(state, sessionReference)
                .update();
    }

    public void set(long caseId, String column, Object value) {
        jdbc.sql("UPDATE probation_case SET " + column + " = ? WHERE id = ?")
                .params(value, caseId)
                .update();
    }

    public String crn(long caseId) {
        return jdbc.sql("SELECT crn FROM probation_case WHERE id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    /** The latest termination of the case. */
    public long termination(long caseId) {
        return jdbc.sql("SELECT MAX(id) FROM termination WHERE case_id = ?")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    public int terminations(long caseId) {
        return jdbc.sql("SELECT COUNT(*) FROM termination WHERE case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    public List<String> blockers(long terminationId) {
        return jdbc.sql("SELECT text FROM termination_blocker WHERE termination_id = ? ORDER BY kind, reference")
                .param(terminationId)
                .query(String.class)
                .list();
    }

    /** A handover that freezes the terminations of a unit for the North West. @return its id */
    public long frozen(String unit) {
        jdbc.sql(
                        "INSERT INTO frozen_queue (handover_id, unit_code, region_code, service_code, frozen_at) VALUES (77, ?, 'NW', 'TERMINATIONS', NOW(3))")
                .param(unit)
                .update();
        return 77;
    }

    public void released() {
        jdbc.sql("UPDATE frozen_queue SET unfrozen_at = NOW(3), signed_at = NOW(3)")
                .update();
    }
}
