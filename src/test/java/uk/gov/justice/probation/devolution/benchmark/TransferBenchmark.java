package uk.gov.justice.probation.devolution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.handover.HandoverRepository;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.TransferringCases;
import uk.gov.justice.probation.devolution.handover.TransferringCases.Balance;
import uk.gov.justice.probation.devolution.handover.TransferringCases.Batches;

/**
 * How long a transfer of 5,000 and 25,000 cases takes, 2 % of them changed since the inventory, against two ceilings in
 * the same run on the same server. Both end and begin the same rows by two plain SQL statements, without inventory,
 * marks or checks. The first does so in one transaction, which a transfer must not be: killed at its end, it would have
 * moved nothing, and all its cases would be held until then. The second does so in as many transactions as the transfer
 * has batches, one after the other, as the transfer must; while one runs, the server already clears away what the one
 * before left behind. Not a test: {@code mvn test -Dtest='Transfer*Benchmark'}.
 */
@DomainTest
abstract class TransferBenchmark {
    private static final int ROUNDS = 3;
    private static final int CHANGED_EVERY = 50;
    private static final String END =
            "UPDATE case_service SET responsible_until = NOW(3), ended_by_handover = 1 WHERE unit_code = 'PSC_LIVERPOOL' AND MOD(case_id, :every) <> 0";
    private static final String BEGIN = """
      INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, work_in_progress, last_changed, begun_by_handover)
      SELECT case_id, service_code, 'REGION_NW', region_code, NOW(3), work_in_progress, last_changed, 1 FROM case_service WHERE ended_by_handover = 1""";
    private static final String IN_BATCH = " AND id BETWEEN :first AND :last";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TakingInventory inventory;

    @Autowired
    TransferringCases transferring;

    @Autowired
    HandoverRepository handovers;

    @Autowired
    HandoverSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void transferOfFiveAndTwentyFiveThousand() {
        System.out.printf("%n%s, best of %d%n", getClass().getSimpleName(), ROUNDS);
        measure(1_000);
        measure(5_000);
        measure(25_000);
    }

    private void measure(int cases) {
        double[] taken = best(round -> inventoryAndTransfer(cases, round));
        double[] plain = best(round -> new double[] {plainSql(cases), plainSqlInBatches(cases)});
        System.out.printf(
                "  %,7d cases: inventory %.2f s, transfer %.2f s, reconciliation %.2f s; plain SQL %.2f s, in batches %.2f s; transfer : plain SQL = %.2f, in batches = %.2f%n",
                cases, taken[0], taken[1], taken[2], plain[0], plain[1], taken[1] / plain[0], taken[1] / plain[1]);
    }

    private double[] inventoryAndTransfer(int cases, int round) {
        SomeCases some = fresh(cases);
        long handover = some.handover(
                "B-" + round,
                "HANDOVER",
                "NW",
                "UPW_ORDERS",
                "",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2022, 1, 31),
                "");
        double inventoried = seconds(() -> inventory.take(handover));
        int changed = some.change(CHANGED_EVERY);
        double transferred = seconds(() -> {
            Batches planned = transferring.plan(handover);
            planned.numbers().forEach(batch -> transferring.transfer(handover, planned.round(), batch));
        });
        double reconciled = seconds(() -> assertThat(transferring.reconcile(handover))
                .isEqualTo(new Balance(cases, cases - changed, changed, changed)));
        return new double[] {inventoried, transferred, reconciled};
    }

    private double plainSql(int cases) {
        SomeCases some = fresh(cases);
        double seconds = seconds(() -> transaction.executeWithoutResult(tx -> {
            jdbc.sql(END).param("every", CHANGED_EVERY).update();
            jdbc.sql(BEGIN).update();
        }));
        assertThat(some.open("REGION_NW", "UPW_ORDERS")).isGreaterThan(cases * 97 / 100);
        return seconds;
    }

    private double plainSqlInBatches(int cases) {
        SomeCases some = fresh(cases);
        double seconds = seconds(() -> {
            long last = id("MAX");
            for (long first = id("MIN"); first <= last; first += settings.batchSize())
                plainBatch(first, Math.min(first + settings.batchSize() - 1, last));
        });
        assertThat(some.open("REGION_NW", "UPW_ORDERS")).isGreaterThan(cases * 97 / 100);
        return seconds;
    }

    private void plainBatch(long first, long last) {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql(END + IN_BATCH)
                    .param("every", CHANGED_EVERY)
                    .param("first", first)
                    .param("last", last)
                    .update();
            jdbc.sql(BEGIN + IN_BATCH).param("first", first).param("last", last).update();
        });
    }

    /** The first or last of the rows that are there. */
    private long id(String end) {
        return jdbc.sql("SELECT %s(id) FROM case_service".formatted(end))
                .query(Long.class)
                .single();
    }

    private SomeCases fresh(int cases) {
        for (String table : new String[] {
            "handover_batch",
            "handover_item",
            "handover_gate",
            "handover_state",
            "handover_briefing",
            "handover",
            "case_service",
            "probation_case"
        }) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        SomeCases some = new SomeCases(jdbc);
        for (int made = 0; made < cases; made += 1_000)
            some.held(1_000, "NW", "PSC_LIVERPOOL", "UPW_ORDERS", "CRC", false);
        return some;
    }

    private interface Round {
        double[] run(int round);
    }

    private static double[] best(Round one) {
        return IntStream.range(0, ROUNDS)
                .mapToObj(one::run)
                .reduce((a, b) -> IntStream.range(0, a.length)
                        .mapToDouble(i -> Math.min(a[i], b[i]))
                        .toArray())
                .orElseThrow();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class TransferOnMariaDbBenchmark extends TransferBenchmark {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class TransferOnMySqlBenchmark extends TransferBenchmark {}
