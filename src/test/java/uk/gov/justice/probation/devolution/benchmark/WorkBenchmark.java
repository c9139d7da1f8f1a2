package uk.gov.justice.probation.devolution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.work.SomeTasks;
import uk.gov.justice.probation.devolution.work.Wanted;
import uk.gov.justice.probation.devolution.work.Wanted.Due;
import uk.gov.justice.probation.devolution.work.Wanted.Whose;
import uk.gov.justice.probation.devolution.work.WorkQuery;

/**
 * How long Your work takes with 20,000 open tasks: for somebody of whose groups they all are, and for somebody who has
 * 200 of them. Not a test: {@code mvn test -Dtest='Work*Benchmark'}, {@code -Dbenchmark.tasks=} for another number.
 */
@DomainTest
@Import(WorkQuery.class)
abstract class WorkBenchmark {
    private static final int TASKS = Integer.getInteger("benchmark.tasks", 20_000);
    private static final int FEW = 200;
    private static final int ROUNDS = 200;
    private static final int PAGE = 50;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkQuery work;

    @Autowired
    Clock clock;

    @Test
    void yourWork() {
        SomeTasks tasks = new SomeTasks(jdbc);
        tasks.many(TASKS - FEW, "upw-supervisor-nw", Utc.of(clock.instant().minus(Duration.ofDays(3))));
        tasks.many(FEW, "upw-supervisor-gm", Utc.of(clock.instant().minus(Duration.ofHours(1))));
        jdbc.sql("ANALYZE TABLE open_task, open_task_holder").query(row -> {});
        Colleague all = new Colleague("demo", Set.of("upw-supervisor-nw", "upw-supervisor-gm"));
        Colleague few = new Colleague("gm", Set.of("upw-supervisor-gm"));
        System.out.printf("%n%s: %,d open tasks%n", getClass().getSimpleName(), TASKS);
        Map<String, Wanted> pages = Map.of(
                "first page", Wanted.ALL,
                "overdue", Wanted.ALL.due(Due.OVERDUE),
                "unclaimed unpaid work", new Wanted("", Due.ALL, Whose.UNCLAIMED, "unpaidwork", ""),
                "search for words", new Wanted("project 17", Due.ALL, Whose.ALL, "", ""),
                "search for a CRN", new Wanted("X000199", Due.ALL, Whose.ALL, "", ""));
        pages.forEach((name, wanted) -> {
            report(name + ", all", all, wanted, 0);
            report(name + ", few", few, wanted, 0);
        });
        report("last page, all", all, Wanted.ALL, TASKS - PAGE);
    }

    private void report(String name, Colleague colleague, Wanted wanted, int before) {
        long[] nanos = new long[ROUNDS];
        int shown = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            work.count(colleague, wanted);
            shown = work.list(colleague, wanted, PAGE, before).size();
            work.standing();
            nanos[round] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        double p95 = nanos[ROUNDS * 95 / 100] / 1e6;
        System.out.printf(
                "  %-32s %3d shown: median %5.1f ms, p95 %5.1f ms%n", name, shown, nanos[ROUNDS / 2] / 1e6, p95);
        assertThat(p95).as("p95 of %s in ms", name).isLessThan(100);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class WorkOnMariaDbBenchmark extends WorkBenchmark {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class WorkOnMySqlBenchmark extends WorkBenchmark {}
