package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.gov.justice.probation.devolution.handover.SomeCases;

/**
 * A handover of 25,000 cases on the real stack, 2 % of them changed since the inventory, through to the end:
 * undisturbed, and with kill -9 of the application, the engine or the database in the middle of the transfer. Takes ten
 * minutes: {@code mvn test -Dtest=KilledInTransferTrial}.
 */
class KilledInTransferTrial {
    private static final int CASES = Integer.getInteger("trial.cases", 25_000);
    private static final int BATCH = Integer.getInteger("trial.batch", 250);
    private static final String PLAN = """
      id,kind,region,service,scope,from_unit,to_unit,window_start,due,due_stated,gates,seed_note
      H-NW-T,HANDOVER,NW,UPW_ORDERS,,PSC_LIVERPOOL,REGION_NW,2021-11-01,,no,,"the trial's own row"
      """;
    private static final String[] SETTINGS = {
        "--devolution.local.launch-on-first-run=false",
        "--devolution.local.sample-cases=0",
        "--devolution.handover.hypercare=0",
        "--devolution.handover.batch-size=" + BATCH
    };

    enum Victim {
        APPLICATION,
        ENGINE,
        DATABASE
    }

    @Test
    void undisturbed() throws Exception {
        run(null);
    }

    @ParameterizedTest
    @EnumSource(Victim.class)
    void killed(Victim victim) throws Exception {
        run(victim);
    }

    private void run(Victim victim) throws Exception {
        RunningProduct product = RunningProduct.start(Path.of("target", "trial", "data"), SETTINGS);
        try {
            prepare(product);
            TasklistApi demo = new TasklistApi(product, "demo");
            demo.complete("Task_ConfirmInventory", Map.of("inventoryAnswer", "CONFIRM"));
            int changed = change(product);
            demo.complete("Task_Decide", Map.of("decision", "GO", "understood", true, "transferDate", "2021-11-01"));
            long began = product.awaitCount(
                    "SELECT COUNT(*) FROM handover_batch WHERE done_at IS NOT NULL",
                    victim == null ? 1 : CASES / BATCH / 4);
            if (victim != null) {
                int before = product.count("SELECT COUNT(*) FROM handover_batch WHERE done_at IS NOT NULL");
                kill(product, victim);
                System.out.printf("%s killed after %d of %d batches%n", victim, before, CASES / BATCH);
            }
            long ended = product.awaitCount("SELECT COUNT(*) FROM handover WHERE state = 'EXCEPTIONS'", 1);
            System.out.printf(
                    "%s: first batch to reconciliation %.1f s%n",
                    victim == null ? "UNDISTURBED" : victim, (ended - began) / 1e9);
            check(product, changed);
            decideOnExceptions(product);
            demo.complete("Task_Exceptions", Map.of("exceptionsAnswer", "DECIDED"));
            demo.complete("Task_SignReleasing", Map.of("releasingSignature", "SIGN", "understood", true));
            demo.complete("Task_SignReceiving", Map.of("receivingSignature", "SIGN", "understood", true));
            demo.complete("Task_Review", Map.of("reviewOutcome", "STABLE"));
            demo.complete("Task_SignClosingReport", Map.of("reportChecked", true));
            product.awaitCount("SELECT COUNT(*) FROM regional_programme WHERE state = 'CLOSED'", 1);
            assertThat(product.count(
                            "SELECT COUNT(*) FROM handover WHERE state = 'CLOSED' AND moved = %d AND left_behind = %d"
                                    .formatted(CASES - changed, changed)))
                    .isOne();
        } finally {
            product.close();
        }
    }

    private static void prepare(RunningProduct product) throws Exception {
        try (Connection database = product.database()) {
            SomeCases cases = new SomeCases(JdbcClient.create(new SingleConnectionDataSource(database, true)));
            for (int made = 0; made < CASES; made += 1_000)
                cases.held(1_000, "NW", "PSC_LIVERPOOL", "UPW_ORDERS", "CRC", false);
        }
        ConsoleApi owner = new ConsoleApi(product, "psc-service-owner");
        owner.upload("/api/imports/plan", Map.of("file", PLAN));
        owner.post("/api/programmes", "{\"baseDate\":\"2021-10-01\",\"regions\":[\"NW\"]}");
    }

    private static int change(RunningProduct product) throws SQLException, IOException {
        return product.update("UPDATE probation_case SET version = version + 1 WHERE MOD(id, 50) = 0");
    }

    private static void kill(RunningProduct product, Victim victim) throws Exception {
        switch (victim) {
            case APPLICATION -> {
                product.kill();
                product.startAgain(SETTINGS);
            }
            case ENGINE -> product.killPart("io.camunda.application");
            case DATABASE -> product.killPart("mariadbd");
        }
    }

    private static void check(RunningProduct product, int changed) throws Exception {
        assertThat(product.count("SELECT COUNT(*) FROM case_service WHERE unit_code = 'REGION_NW' AND open_mark = 1"))
                .as("moved")
                .isEqualTo(CASES - changed);
        assertThat(product.count(
                        "SELECT COUNT(*) FROM case_service WHERE unit_code = 'PSC_LIVERPOOL' AND open_mark = 1"))
                .as("left")
                .isEqualTo(changed);
        assertThat(product.count("SELECT COUNT(*) FROM case_service"))
                .as("one history row each, none twice")
                .isEqualTo(CASES + CASES - changed);
        assertThat(
                        product.count(
                                "SELECT COUNT(*) FROM (SELECT case_id FROM case_service WHERE open_mark = 1 GROUP BY case_id HAVING COUNT(*) <> 1) wrong"))
                .isZero();
    }

    private static void decideOnExceptions(RunningProduct product) throws SQLException, IOException {
        product.update(
                "UPDATE handover_item SET decision = 'LEAVE', reason = 'changed during the trial' WHERE state = 'CHANGED'");
    }
}
