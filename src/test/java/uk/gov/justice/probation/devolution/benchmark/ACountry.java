package uk.gov.justice.probation.devolution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * As much as the country has when everything is with the regions: 90,000 cases with three services each, 25,000 orders,
 * 375,000 sessions, 1,500 projects and 9,000 terminations.
 */
public final class ACountry {
    private ACountry() {}

    /** @param letter with which the CRNs begin */
    public static void fill(JdbcClient jdbc, String letter) {
        jdbc.sql("CREATE TABLE some_number (n INT NOT NULL PRIMARY KEY)").update();
        jdbc.sql("INSERT INTO some_number VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)")
                .update();
        for (int tens = 10; tens < 100_000; tens *= 10)
            jdbc.sql("INSERT INTO some_number SELECT a.n * " + tens
                            + " + b.n FROM (SELECT n FROM some_number WHERE n BETWEEN 1 AND 9) a, (SELECT n FROM some_number WHERE n < "
                            + tens + ") b")
                    .update();
        jdbc.sql(
                        "CREATE TABLE some_region (n INT NOT NULL PRIMARY KEY, code VARCHAR(8) NOT NULL, pdu VARCHAR(60) NOT NULL)")
                .update();
        jdbc.sql("""
            INSERT INTO some_region SELECT ROW_NUMBER() OVER (ORDER BY r.code) - 1, r.code, (SELECT MIN(p.name) FROM pdu p WHERE p.region_code = r.code)
            FROM region r WHERE r.code IN ('NW', 'YATH', 'EM', 'GM', 'SC')
            """).update();
        jdbc.sql("""
            INSERT INTO probation_case (crn, event_number, region_code, pdu_name, team_code, practitioner_staff_number, order_type_code, start_date, expected_end_date,
              legacy_organisation, standalone_upw, rosh_level, tier, limited_access, version)
            SELECT CONCAT(:letter, LPAD(k.n, 6, '0')), 1, r.code, r.pdu, 'PSC_LIVERPOOL_ADMIN', CASE WHEN MOD(k.n, 50) <> 0 THEN CONCAT('S', MOD(k.n, 600)) END, '201', '2026-01-01', '2027-01-01',
              'CRC', FALSE, CASE MOD(k.n, 4) WHEN 0 THEN 'RHRH' ELSE 'RMRH' END, 'B2', MOD(k.n, 500) = 0, 1
            FROM some_number k JOIN some_region r ON r.n = MOD(k.n, 5) WHERE k.n < 90000
            """).param("letter", letter).update();
        for (String service : new String[] {"UPW_ORDERS", "TERMINATIONS", "ALLOCATION"})
            jdbc.sql("""
            INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, last_changed)
            SELECT id, :service, CONCAT('REGION_', region_code), region_code, '2026-01-01', '2026-01-01' FROM probation_case WHERE crn LIKE CONCAT(:letter, '%')
            """).param("service", service).param("letter", letter).update();
        jdbc.sql("""
            INSERT INTO upw_project (code, name, type_code, region_code, pdu_name, days, start_time, end_time, capacity, start_date, rosh_allowed, is_accessible)
            SELECT CONCAT('P', k.n), CONCAT('Project ', k.n), 'PL', r.code, r.pdu, 'MON TUE WED THU FRI SAT SUN', '09:00', '16:00', 20, '2026-01-01', '', TRUE
            FROM some_number k JOIN some_region r ON r.n = MOD(k.n, 5) WHERE k.n < 1500
            """).update();
        jdbc.sql("""
            INSERT INTO upw_order (case_id, requirement_id, sub_type_code, minutes_ordered, minutes_credited, ete_minutes_credited, sentence_date, status, warnings_imported, imported_on,
              state, project_code, frequency, first_session_on)
            SELECT c.id, 'R1', 'W01', 6000, 0, 0, :today - INTERVAL MOD(k.n, 380) DAY, 'WK', 0, :today, CASE WHEN MOD(k.n, 10) = 0 THEN 'COMPLETE' ELSE 'SESSIONS' END,
              CONCAT('P', MOD(k.n, 1500)), 'WEEKLY', :today
            FROM some_number k JOIN probation_case c ON c.crn = CONCAT(:letter, LPAD(k.n, 6, '0')) WHERE k.n < 25000
            """).param("today", TODAY).param("letter", letter).update();
        jdbc.sql("""
            INSERT INTO upw_session (session_reference, order_id, project_code, on_date, start_time, end_time, state, version)
            SELECT CONCAT('N', o.id, '-', k.n), o.id, o.project_code, :today + INTERVAL (k.n * 7 - 14 + MOD(o.id, 7)) DAY, '09:00', '16:00',
              CASE WHEN k.n < 2 AND MOD(o.id, 40) <> 0 THEN 'SETTLED' ELSE 'PLANNED' END, 1
            FROM upw_order o JOIN some_number k ON k.n < 15
            """).param("today", TODAY).update();
        jdbc.sql("""
            INSERT INTO upw_enforcement (order_id, session_id, failed_on, state, opened_at)
            SELECT s.order_id, MIN(s.id), MIN(s.on_date), 'EVIDENCE', :today FROM upw_session s WHERE MOD(s.order_id, 25) = 0 GROUP BY s.order_id
            """).param("today", TODAY).update();
        jdbc.sql("""
            INSERT INTO termination (case_id, cause, state, due_on, overdue_on, started_at)
            SELECT c.id, 'EXPECTED_END', CASE MOD(c.id, 3) WHEN 0 THEN 'BLOCKED' WHEN 1 THEN 'EVIDENCE' ELSE 'REVIEW' END, :today - INTERVAL MOD(c.id, 20) DAY,
              :today - INTERVAL MOD(c.id, 20) DAY + INTERVAL 5 DAY, :today FROM probation_case c WHERE MOD(c.id, 10) = 0
            """).param("today", TODAY).update();
        jdbc.sql(
                        "ANALYZE TABLE probation_case, case_service, upw_project, upw_order, upw_session, upw_enforcement, termination")
                .query(row -> {});
        assertThat(jdbc.sql("SELECT COUNT(*) FROM upw_session")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(375_000);
    }
}
