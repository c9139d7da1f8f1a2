package uk.gov.justice.probation.devolution.unpaidwork;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.handover.SomeCases;

/**
 * Imported orders that have not started, and projects they can go to, for tests; created by plain SQL. A test changes
 * only what it is about.
 */
public final class SomeOrders {
    private final JdbcClient jdbc;
    private final SomeCases cases;
    private int next = 1;

    public SomeOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cases = new SomeCases(jdbc);
    }

    /** 100 hours ordered a month ago, none worked, for a medium-risk case held by the North West. */
    public long order() {
        return order("REGION_NW");
    }

    public long order(String unit) {
        cases.held(1, "NW", unit, "UPW_ORDERS", "CRC", false);
        long caseId =
                jdbc.sql("SELECT MAX(id) FROM probation_case").query(Long.class).single();
        jdbc.sql("UPDATE probation_case SET rosh_level = 'RMRH' WHERE id = ?")
                .param(caseId)
                .update();
        LocalDate sentenced = LocalDate.now().minusMonths(1);
        jdbc.sql("""
            INSERT INTO upw_order (case_id, requirement_id, sub_type_code, minutes_ordered, minutes_credited, ete_minutes_credited, sentence_date, status, warnings_imported, imported_on,
              home_postcode_district, state)
            VALUES (?, ?, 'W01', 6000, 0, 0, ?, 'UN', 0, ?, 'L3', 'NOT_STARTED')
            """).params(caseId, "R" + next++, sentenced, LocalDate.now()).update();
        return jdbc.sql("SELECT MAX(id) FROM upw_order").query(Long.class).single();
    }

    /** A group project near Liverpool, every day from 09:00 to 16:00, ten places, for every risk. */
    public String project(String code) {
        jdbc.sql("""
            INSERT INTO upw_project (code, name, type_code, region_code, pdu_name, latitude, longitude, days, start_time, end_time, capacity, start_date, rosh_allowed, is_accessible)
            VALUES (?, CONCAT('Project ', ?), 'PL', 'NW', 'North Liverpool', 53.4, -2.99, 'MON TUE WED THU FRI SAT SUN', '09:00', '16:00', 10, '2020-01-01', 'RVHR RHRH RMRH RLRH', TRUE)
            """).params(code, code).update();
        return code;
    }

    /** Sets columns of an order, e.g. {@code minutes_credited = 60}. */
    public void order(long order, String assignments) {
        jdbc.sql("UPDATE upw_order SET " + assignments + " WHERE id = ?")
                .param(order)
                .update();
    }

    /** Sets columns of an order's case. */
    public void caseOf(long order, String assignments) {
        jdbc.sql("UPDATE probation_case SET " + assignments
                        + " WHERE id = (SELECT case_id FROM upw_order WHERE id = ?)")
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

    public void project(String code, String assignments) {
        jdbc.sql("UPDATE upw_project SET " + assignments + " WHERE code = ?")
                .param(code)
                .update();
    }

    public long session(long order, String project, LocalDate on) {
        jdbc.sql(
                        "INSERT INTO upw_session (session_reference, order_id, project_code, on_date, start_time, end_time, state, version) VALUES (?, ?, ?, ?, '09:00', '16:00', 'PLANNED', 1)")
                .params("S-%d-%s".formatted(order, on), order, project, on)
                .update();
        return jdbc.sql("SELECT MAX(id) FROM upw_session").query(Long.class).single();
    }

    /** A handover freezes the queue of the order's unit, or releases it. */
    public void frozen(String unit, boolean frozen) {
        if (frozen) {
            jdbc.sql(
                            "INSERT INTO frozen_queue (handover_id, unit_code, region_code, service_code, frozen_at) VALUES (7, ?, 'NW', 'UPW_ORDERS', NOW(3))")
                    .param(unit)
                    .update();
        } else {
            jdbc.sql("UPDATE frozen_queue SET unfrozen_at = NOW(3) WHERE handover_id = 7")
                    .update();
        }
    }
}
