package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases and handovers for tests, created by plain SQL. */
public final class SomeCases {
    private static final LocalDateTime LAST_CHANGED = LocalDateTime.of(2021, 9, 1, 12, 0);

    private final JdbcClient jdbc;
    private int next = 1;

    public SomeCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Call this if cases were also created in another way: the next CRN has this number. */
    public SomeCases from(int number) {
        next = number;
        return this;
    }

    /** Cases of a region that one unit serves with one service. */
    public void held(int count, String region, String unit, String service, String legacy, boolean standaloneUpw) {
        int first = next;
        next += count;
        String pdu = jdbc.sql("SELECT MIN(name) FROM pdu WHERE region_code = ?")
                .param(region)
                .query(String.class)
                .single();
        jdbc.sql("""
            INSERT INTO probation_case (crn, event_number, region_code, pdu_name, team_code, order_type_code, start_date, legacy_organisation, standalone_upw,
              limited_access, version)
            WITH RECURSIVE numbers AS (SELECT :first AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < :last)
            SELECT CONCAT('X', LPAD(n, 6, '0')), 1, :region, :pdu, 'PSC_LIVERPOOL_ADMIN', '201', '2021-01-01', :legacy, :standalone, FALSE, 1 FROM numbers
            """)
                .param("first", first)
                .param("last", first + count - 1)
                .param("region", region)
                .param("pdu", pdu)
                .param("legacy", legacy)
                .param("standalone", standaloneUpw)
                .update();
        jdbc.sql("""
            INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, last_changed, work_in_progress)
            SELECT id, ?, ?, region_code, '2021-01-01', ?, MOD(id, 10) = 0 FROM probation_case WHERE crn BETWEEN CONCAT('X', LPAD(?, 6, '0')) AND CONCAT('X', LPAD(?, 6, '0'))
            """)
                .params(service, unit, LAST_CHANGED, first, first + count - 1)
                .update();
    }

    /** Changes every n-th case, as an import from the case management system would. */
    public int change(int every) {
        return jdbc.sql("UPDATE probation_case SET version = version + 1 WHERE MOD(id, ?) = 0")
                .param(every)
                .update();
    }

    public int open(String unit, String service) {
        return jdbc.sql("SELECT COUNT(*) FROM case_service WHERE unit_code = ? AND service_code = ? AND open_mark = 1")
                .params(unit, service)
                .query(Integer.class)
                .single();
    }

    /** A handover of a programme made for it, without gates unless named. */
    public long handover(
            String planRow,
            String kind,
            String region,
            String service,
            String scope,
            String from,
            String to,
            LocalDate due,
            String gates) {
        Long running = jdbc.sql("SELECT id FROM regional_programme WHERE region_code = ? AND running_mark = 1")
                .param(region)
                .query(Long.class)
                .optional()
                .orElse(null);
        if (running == null) {
            jdbc.sql(
                            "INSERT INTO programme (base_date, shift_days, launched_by, launched_at) VALUES ('2021-10-01', 0, 'test', NOW(3))")
                    .update();
            jdbc.sql(
                            "INSERT INTO regional_programme (programme_id, region_code, state, backstop, version) SELECT MAX(id), ?, 'RUNNING', '2022-01-31', 0 FROM programme")
                    .param(region)
                    .update();
            running = jdbc.sql("SELECT MAX(id) FROM regional_programme")
                    .query(Long.class)
                    .single();
        }
        jdbc.sql("""
            INSERT INTO handover (regional_programme_id, plan_row_id, kind, region_code, service, scope, from_units, to_unit, window_start, due, planned_date, gates, state, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, '2021-10-01', ?, ?, ?, 'PLANNED', 0)
            """)
                .params(Arrays.asList(
                        running,
                        planRow,
                        kind,
                        region,
                        service,
                        scope,
                        from,
                        to,
                        due,
                        due == null ? LocalDate.of(2021, 10, 1) : due,
                        gates))
                .update();
        return jdbc.sql("SELECT MAX(id) FROM handover").query(Long.class).single();
    }
}
