package uk.gov.justice.probation.devolution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.YESTERDAY;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.SomeSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.OpeningEnforcements;
import uk.gov.justice.probation.devolution.unpaidwork.session.Meaning;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingOutcomes;

/**
 * How long a week of session outcomes takes: 15,000 of them are imported in one file and settled by the set; then each
 * is asked what it means, as the engine's jobs do it, 16 at a time; 30 % are absences, half of them unacceptable. The
 * second run has twice as many. The ceiling: the same rows are credited by four plain SQL statements in one
 * transaction, without locks, policies, planning or audit, on the same server in the same run. The engine and the
 * outbox are not included. Not a test: {@code mvn test -Dtest='SessionWeek*Benchmark'}.
 */
@DomainTest
@TestPropertySource(properties = "spring.datasource.hikari.maximum-pool-size=20")
abstract class SessionWeekBenchmark {
    private static final int WEEK = 15_000;
    private static final int THREADS = 16;
    private static final int PROJECTS = 100;
    private static final int A_THOUSAND = 1_000;
    private static final int SESSION_MINUTES = 420;
    /** Of every 20 sessions, three are unacceptable absences and three acceptable ones. */
    private static final int OF = 20;

    private static final int UNACCEPTABLE = 3;
    private static final int ABSENT = 6;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    Imports imports;

    @Autowired
    SettlingOutcomes settling;

    @Autowired
    OpeningEnforcements opening;

    @Autowired
    TransactionTemplate transaction;

    private record Timed(double imported, double settled, long[] latencies, int lockedOut) {
        double all() {
            return imported + settled;
        }

        double percentile(int percent) {
            return latencies[Math.min(latencies.length - 1, latencies.length * percent / 100)] / 1e6;
        }
    }

    @Test
    void aWeekAndTwoWeeks() throws Exception {
        measure(A_THOUSAND);
        System.out.printf(
                "%n%s, %d processors, %d threads%n",
                getClass().getSimpleName(), Runtime.getRuntime().availableProcessors(), THREADS);
        Timed week = measure(WEEK);
        double plain = plainSql(WEEK);
        Timed two = measure(2 * WEEK);
        print(WEEK, week);
        print(2 * WEEK, two);
        System.out.printf(
                "  twice as many take %.2f times as long; plain SQL for %,d: %.2f s; all : plain SQL = %.1f%n",
                two.all() / week.all(), WEEK, plain, week.all() / plain);
    }

    private static void print(int outcomes, Timed timed) {
        System.out.printf(
                "  %,7d outcomes: imported and settled %.1f s, asked %.1f s (%.0f a second), all after %.1f s; one asked in p50 %.1f ms, p95 %.1f ms, p99 %.1f ms; tried again after a lock: %d%n",
                outcomes,
                timed.imported(),
                timed.settled(),
                outcomes / timed.settled(),
                timed.all(),
                timed.percentile(50),
                timed.percentile(95),
                timed.percentile(99),
                timed.lockedOut());
    }

    private Timed measure(int outcomes) throws Exception {
        fresh(outcomes);
        byte[] file = file().getBytes(StandardCharsets.UTF_8);
        double imported =
                seconds(() -> imports.take("upw-sessions", new ByteArrayInputStream(file), Colleague.system()));
        assertCreditedOnce(outcomes);
        List<Long> settledTogether = jdbc.sql("SELECT id FROM upw_session WHERE state = 'SETTLED'")
                .query(Long.class)
                .list();
        assertThat(settledTogether).hasSize(outcomes);
        AtomicInteger lockedOut = new AtomicInteger();
        long[] latencies;
        long begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Long>> jobs = settledTogether.stream()
                    .map(id -> (Callable<Long>) () -> settle(id, lockedOut))
                    .toList();
            List<Long> taken = new ArrayList<>();
            for (Future<Long> job : threads.invokeAll(jobs)) taken.add(job.get());
            latencies = taken.stream().mapToLong(Long::longValue).sorted().toArray();
        }
        double settled = (System.nanoTime() - begun) / 1e9;
        assertCreditedOnce(outcomes);
        return new Timed(imported, settled, latencies, lockedOut.get());
    }

    private long settle(long session, AtomicInteger lockedOut) {
        long begun = System.nanoTime();
        while (true) {
            try {
                Meaning meaning = settling.read(session);
                if (settling.isSettled(session)) return System.nanoTime() - begun;
                switch (meaning) {
                    case CREDIT -> settling.credit(session);
                    case RESCHEDULE -> settling.reschedule(session);
                    case ENFORCE -> opening.start(session);
                    case CREDIT_AND_ENFORCE -> {
                        settling.credit(session);
                        opening.start(session);
                    }
                }
                return System.nanoTime() - begun;
            } catch (PessimisticLockingFailureException anotherWasFaster) {
                lockedOut.incrementAndGet();
            }
        }
    }

    private void assertCreditedOnce(int outcomes) {
        int attended = outcomes / OF * (OF - ABSENT);
        assertThat(count("SELECT COUNT(*) FROM upw_session WHERE state = 'SETTLED'"))
                .isEqualTo(outcomes);
        assertThat(count("SELECT COUNT(*) FROM upw_credit")).isEqualTo(attended);
        assertThat(count("SELECT COUNT(*) FROM upw_order WHERE minutes_credited = 1500 + " + SESSION_MINUTES))
                .isEqualTo(attended);
        assertThat(count("SELECT COUNT(*) FROM upw_order WHERE minutes_credited = 1500"))
                .isEqualTo(outcomes - attended);
        assertThat(count("SELECT COUNT(*) FROM upw_enforcement")).isEqualTo(outcomes / OF * UNACCEPTABLE);
    }

    private double plainSql(int outcomes) {
        fresh(outcomes);
        jdbc.sql("UPDATE upw_session SET state = 'RECORDED', outcome_code = " + outcome("order_id")
                        + " WHERE on_date = ?")
                .param(YESTERDAY)
                .update();
        double seconds = seconds(() -> transaction.executeWithoutResult(tx -> {
            jdbc.sql("""
          INSERT INTO upw_credit (order_id, session_id, kind, minutes, made_by, made_at, credit_key)
          SELECT order_id, id, 'WORK', 420, 'system', NOW(3), CONCAT('session/', id) FROM upw_session WHERE state = 'RECORDED' AND outcome_code = 'ATTC'
          """).update();
            jdbc.sql(
                            "UPDATE upw_order o JOIN upw_session s ON s.order_id = o.id SET o.minutes_credited = o.minutes_credited + 420 WHERE s.state = 'RECORDED' AND s.outcome_code = 'ATTC'")
                    .update();
            jdbc.sql("""
          INSERT INTO upw_enforcement (order_id, session_id, failed_on, state, opened_at)
          SELECT order_id, id, on_date, 'EVIDENCE', NOW(3) FROM upw_session WHERE state = 'RECORDED' AND outcome_code = 'UACP'
          """).update();
            jdbc.sql("UPDATE upw_session SET state = 'SETTLED', settled_at = NOW(3) WHERE state = 'RECORDED'")
                    .update();
        }));
        assertCreditedOnce(outcomes);
        return seconds;
    }

    /** Orders with 900 minutes to go: a session that was held yesterday and two to come. */
    private void fresh(int orders) {
        jdbc.sql("SET FOREIGN_KEY_CHECKS = 0").update();
        for (String table : List.of(
                "upw_credit",
                "upw_enforcement_action",
                "upw_enforcement",
                "upw_session",
                "upw_order",
                "upw_project",
                "case_service",
                "probation_case",
                "audit_entry",
                "import_taken")) {
            jdbc.sql("TRUNCATE TABLE " + table).update();
        }
        jdbc.sql("SET FOREIGN_KEY_CHECKS = 1").update();
        SomeSessions sessions = new SomeSessions(jdbc);
        for (int n = 0; n < PROJECTS; n++) {
            sessions.project("B" + n, "PL", "MON TUE WED THU FRI SAT SUN", null);
            given.theProject("B" + n).places(A_THOUSAND).save();
        }
        SomeCases cases = new SomeCases(jdbc);
        for (int made = 0; made < orders; made += A_THOUSAND)
            cases.held(A_THOUSAND, "NW", "REGION_NW", "UPW_ORDERS", "CRC", false);
        jdbc.sql("""
            INSERT INTO upw_order (case_id, requirement_id, sub_type_code, minutes_ordered, minutes_credited, ete_minutes_credited, sentence_date, status, warnings_imported, imported_on,
              state, project_code, frequency, first_session_on)
            SELECT id, CONCAT('R', id), 'W01', 2400, 1500, 0, :sentenced, 'WK', 0, :sentenced, 'SESSIONS', CONCAT('B', MOD(id, :projects)), 'WEEKLY', :held FROM probation_case
            """)
                .param("sentenced", YESTERDAY.minusMonths(6))
                .param("projects", PROJECTS)
                .param("held", YESTERDAY)
                .update();
        for (int week = 0; week < 3; week++) {
            jdbc.sql("""
              INSERT INTO upw_session (session_reference, order_id, project_code, on_date, start_time, end_time, state, version)
              SELECT CONCAT('UPW-', id, '-', :day), id, project_code, :day, '09:00', '16:00', 'PLANNED', 1 FROM upw_order
              """).param("day", YESTERDAY.plusWeeks(week)).update();
        }
    }

    private String file() {
        StringBuilder file = new StringBuilder(
                "sessionReference,crn,eventNumber,requirementId,projectCode,date,startTime,endTime,outcomeCode,penaltyMinutes,quality,behaviour,notes,sensitive,version\n");
        jdbc.sql("SELECT s.session_reference, c.crn, o.requirement_id, s.project_code, " + outcome("s.order_id") + """
             FROM upw_session s JOIN upw_order o ON o.id = s.order_id JOIN probation_case c ON c.id = o.case_id WHERE s.on_date = :held
            """)
                .param("held", YESTERDAY)
                .query(row -> {
                    file.append("%s,%s,1,%s,%s,%s,09:00,16:00,%s,0,GOOD,GOOD,,false,1%n"
                            .formatted(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    YESTERDAY,
                                    row.getString(5)));
                });
        return file.toString();
    }

    private static String outcome(String order) {
        return "CASE WHEN MOD(%1$s, %2$d) < %3$d THEN 'UACP' WHEN MOD(%1$s, %2$d) < %4$d THEN 'AAME' ELSE 'ATTC' END"
                .formatted(order, OF, UNACCEPTABLE, ABSENT);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static double seconds(Runnable step) {
        long begun = System.nanoTime();
        step.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class SessionWeekOnMariaDbBenchmark extends SessionWeekBenchmark {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class SessionWeekOnMySqlBenchmark extends SessionWeekBenchmark {}
