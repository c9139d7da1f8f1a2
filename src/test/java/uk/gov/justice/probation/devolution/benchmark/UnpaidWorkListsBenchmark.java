package uk.gov.justice.probation.devolution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.caseload.LookingAtCases;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.ListingTerminations;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Queue;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted.When;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersWanted;
import uk.gov.justice.probation.devolution.unpaidwork.life.Urgency;
import uk.gov.justice.probation.devolution.unpaidwork.project.ListingProjects;

/**
 * How long the lists of unpaid work and of terminations take with 90,000 cases, 25,000 orders, 375,000 sessions, 1,500
 * projects and 9,000 terminations, for somebody of one region and for the PSC Service Owner, who sees all. Not a test:
 * {@code mvn test -Dtest='UnpaidWorkLists*Benchmark'}.
 */
@DomainTest
abstract class UnpaidWorkListsBenchmark {
    private static final int ROUNDS = 60;
    private static final int PAGE = 50;
    private static final Colleague REGION =
            new Colleague("nw", Set.of("upw-supervisor-nw", "placement-coordinator-nw", "case-admin-nw"));
    private static final Colleague ALL = new Colleague(Colleague.SERVICE_OWNER, Set.of(Colleague.SERVICE_OWNER));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ListingOrders orders;

    @Autowired
    ListingSessions sessions;

    @Autowired
    ListingProjects projects;

    @Autowired
    ListingTerminations terminations;

    @Autowired
    LookingAtCases cases;

    @Test
    void lists() {
        fill();
        System.out.printf("%n%s%n", getClass().getSimpleName());
        for (Colleague colleague : new Colleague[] {REGION, ALL}) {
            for (Urgency urgency : Urgency.values())
                report(
                        "orders: " + urgency.title(),
                        colleague,
                        from -> orders.list(colleague, OrdersWanted.ALL.urgency(urgency), PAGE, from)
                                .total());
            report(
                    "orders of a risk",
                    colleague,
                    from -> orders.list(colleague, new OrdersWanted(Urgency.ANY, "", "", "RHRH", "", ""), PAGE, from)
                            .total());
            for (When when : new When[] {When.WAITING, When.TOMORROW})
                report(
                        "sessions: " + when.title(),
                        colleague,
                        from -> sessions.list(colleague, new SessionsWanted(when, null, "", ""), PAGE, from)
                                .total());
            report(
                    "projects",
                    colleague,
                    from -> projects.list(colleague, "", PAGE, from).total());
            for (Queue queue : new Queue[] {Queue.OPEN, Queue.OVERDUE, Queue.STILL})
                report(
                        "terminations: " + queue.label(),
                        colleague,
                        from -> terminations
                                .list(queue, "", colleague, PAGE, from)
                                .total());
            report(
                    "a case by its CRN",
                    colleague,
                    from -> cases.find("X000005", colleague)
                            .orElseThrow()
                            .events()
                            .size());
        }
    }

    @FunctionalInterface
    private interface Listing {
        int page(int from);
    }

    private void report(String name, Colleague colleague, Listing listing) {
        long[] nanos = new long[ROUNDS];
        int total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            total = listing.page(0);
            nanos[round] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "  %-40s %-18s %,7d: median %6.1f ms, p95 %6.1f ms%n",
                name, colleague.userName(), total, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 95 / 100] / 1e6);
    }

    private void fill() {
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
            SELECT CONCAT('X', LPAD(k.n, 6, '0')), 1, r.code, r.pdu, 'PSC_LIVERPOOL_ADMIN', CASE WHEN MOD(k.n, 50) <> 0 THEN CONCAT('S', MOD(k.n, 600)) END, '201', '2026-01-01', '2027-01-01',
              'CRC', FALSE, CASE MOD(k.n, 4) WHEN 0 THEN 'RHRH' ELSE 'RMRH' END, 'B2', MOD(k.n, 500) = 0, 1
            FROM some_number k JOIN some_region r ON r.n = MOD(k.n, 5) WHERE k.n < 90000
            """).update();
        for (String service : new String[] {"UPW_ORDERS", "TERMINATIONS", "ALLOCATION"})
            jdbc.sql("""
            INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, last_changed)
            SELECT id, ?, CONCAT('REGION_', region_code), region_code, '2026-01-01', '2026-01-01' FROM probation_case
            """).param(service).update();
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
            FROM some_number k JOIN probation_case c ON c.crn = CONCAT('X', LPAD(k.n, 6, '0')) WHERE k.n < 25000
            """).param("today", TODAY).update();
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
                .isEqualTo(375_000);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class UnpaidWorkListsOnMariaDbBenchmark extends UnpaidWorkListsBenchmark {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class UnpaidWorkListsOnMySqlBenchmark extends UnpaidWorkListsBenchmark {}
