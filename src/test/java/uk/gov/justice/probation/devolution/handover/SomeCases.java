package uk.gov.justice.probation.devolution.handover;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.example.Given;

/** Cases and handovers for tests. */
public final class SomeCases {
    private static final LocalDateTime LAST_CHANGED = LocalDateTime.of(2021, 9, 1, 12, 0);

    private final JdbcClient jdbc;
    private final Given given;
    private int next = 1;

    public SomeCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.given = new Given(jdbc);
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
        int changed = jdbc.sql("SELECT COUNT(*) FROM probation_case WHERE MOD(id, ?) = 0")
                .param(every)
                .query(Integer.class)
                .single();
        if (changed > 0) given.everyCase(every).changed().save();
        return changed;
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
            running = given.aRunningProgramme(region, LocalDate.of(2022, 1, 31));
        }
        return given.aHandover(running, planRow, kind, region, service)
                .scope(scope)
                .from(from)
                .to(to)
                .due(due)
                .planned(due == null ? LocalDate.of(2021, 10, 1) : due)
                .gates(gates)
                .save();
    }
}
