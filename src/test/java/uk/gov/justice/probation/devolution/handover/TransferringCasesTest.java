package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.SomeAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.ItemDecision;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.OpenException;
import uk.gov.justice.probation.devolution.handover.TransferringCases.Balance;
import uk.gov.justice.probation.devolution.handover.TransferringCases.Batches;
import uk.gov.justice.probation.devolution.handover.TransferringCases.Moved;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

@DomainTest
@TestPropertySource(properties = "devolution.handover.batch-size=100")
abstract class TransferringCasesTest {
    private static final Colleague DATA_LEAD = new Colleague("data-lead-nw", Set.of("data-lead-nw"));
    private static final TaskAnswer ANSWER = SomeAnswers.of(1, "data-lead-nw");

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TakingInventory inventory;

    @Autowired
    Queues queues;

    @Autowired
    TransferringCases transferring;

    @Autowired
    TransferExceptions exceptions;

    @Autowired
    EndingHandovers ending;

    @Autowired
    HandedOverQuery handedOver;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HandoverRepository handovers;

    SomeCases cases;
    long handover;

    @BeforeEach
    void aHandoverOfAThousandCases() {
        cases = new SomeCases(jdbc);
        cases.held(1000, "NW", "PSC_LIVERPOOL", "TERMINATIONS", "CRC", false);
        cases.held(50, "NW", "PSC_LIVERPOOL", "ALLOCATION", "CRC", false);
        cases.held(50, "EM", "PSC_LIVERPOOL", "TERMINATIONS", "CRC", false);
        cases.held(50, "NW", "PSC_WAKEFIELD", "TERMINATIONS", "CRC", false);
        handover = cases.handover(
                "H-NW-5",
                "HANDOVER",
                "NW",
                "TERMINATIONS",
                "",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2022, 1, 31),
                "BRIEFING");
        assertThat(inventory.take(handover).inScope()).isEqualTo(1000);
    }

    @Test
    void everyCaseMovesAndNothingElseDoes() {
        transferAll();

        assertThat(transferring.reconcile(handover)).isEqualTo(new Balance(1000, 1000, 0, 0));
        assertThat(cases.open("REGION_NW", "TERMINATIONS")).isEqualTo(1000);
        assertThat(cases.open("PSC_LIVERPOOL", "TERMINATIONS")).isEqualTo(50);
        assertThat(cases.open("PSC_WAKEFIELD", "TERMINATIONS")).isEqualTo(50);
        assertThat(cases.open("PSC_LIVERPOOL", "ALLOCATION")).isEqualTo(50);
        assertThat(count("SELECT COUNT(*) FROM case_service WHERE responsible_until IS NOT NULL"))
                .as("history is kept")
                .isEqualTo(1000);
    }

    @Test
    void aBatchDeliveredTwiceOrAtOnceMovesOnce() throws Exception {
        Batches planned = transferring.plan(handover);
        assertThat(transferring.plan(handover)).as("planned again").isEqualTo(planned);
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Callable<Moved>> deliveries = planned.numbers().stream()
                    .flatMap(n -> List.of(n, n).stream())
                    .<Callable<Moved>>map(n -> () -> again(planned.round(), n))
                    .toList();
            for (Future<Moved> delivered : pool.invokeAll(deliveries))
                assertThat(delivered.get()).isEqualTo(new Moved(100, 0));
        }

        assertThat(transferring.reconcile(handover).moved()).isEqualTo(1000);
        assertThat(count("SELECT COUNT(*) FROM case_service WHERE begun_by_handover IS NOT NULL"))
                .isEqualTo(1000);
    }

    @Test
    void aChangedCaseStaysIsListedAndIsTriedAgainOrLeftWithAReason() {
        int changed = 20;
        for (int n = 1; n <= 20; n++)
            given.theCase("X%06d".formatted(n)).version(2).save();
        transferAll();

        assertThat(transferring.reconcile(handover)).isEqualTo(new Balance(1000, 1000 - changed, changed, changed));
        List<OpenException> open = exceptions.open(handover);
        assertThat(open)
                .hasSize(20)
                .allSatisfy(left -> assertThat(left.decision()).isNull());
        assertThat(exceptions.complete(handover, "DECIDED", null, ANSWER).outcome())
                .isEqualTo("UNDECIDED");

        exceptions.decide(
                handover,
                open.subList(0, 5).stream()
                        .map(left -> new ItemDecision(left.itemId(), "LEAVE", "with the court"))
                        .toList(),
                DATA_LEAD);
        exceptions.decide(
                handover,
                open.subList(5, 20).stream()
                        .map(left -> new ItemDecision(left.itemId(), "RETRY", null))
                        .toList(),
                DATA_LEAD);
        assertThat(exceptions
                        .complete(handover, "DECIDED", null, SomeAnswers.of(2, "data-lead-nw"))
                        .outcome())
                .isEqualTo("RETRY");
        transferAll();

        assertThat(transferring.reconcile(handover)).isEqualTo(new Balance(1000, 995, 5, 0));
        assertThat(cases.open("PSC_LIVERPOOL", "TERMINATIONS")).isEqualTo(50 + 5);
    }

    @Test
    void whatIsTriedAgainMovesAloneAmongThoseThatMovedBefore() {
        int changed = change();
        transferAll();
        transferring.reconcile(handover);
        exceptions.decide(
                handover,
                exceptions.open(handover).stream()
                        .map(left -> new ItemDecision(left.itemId(), "RETRY", null))
                        .toList(),
                DATA_LEAD);
        exceptions.complete(handover, "DECIDED", null, ANSWER);

        Batches again = transferring.plan(handover);

        assertThat(again.numbers()).hasSize(1);
        assertThat(transferring.transfer(handover, again.round(), 1)).isEqualTo(new Moved(changed, 0));
        assertThat(transferring.reconcile(handover)).isEqualTo(new Balance(1000, 1000, 0, 0));
    }

    @Test
    void aCaseThatIsBeingChangedWhileItsBatchMovesStays() throws Exception {
        Batches planned = transferring.plan(handover);
        try (var pool = Executors.newSingleThreadExecutor()) {
            Future<Moved> moved = transaction.execute(tx -> {
                jdbc.sql(
                                "UPDATE case_service SET last_changed = NOW(3) WHERE id = (SELECT MIN(case_service_id) FROM handover_item)")
                        .update();
                Future<Moved> moving = pool.submit(() -> again(planned.round(), 1));
                assertThatThrownBy(() -> moving.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return moving;
            });

            assertThat(moved.get()).isEqualTo(new Moved(99, 1));
        }
    }

    @Test
    void whatTheReleaseBeforeMarkedAsMovedCountsAsMoved() {
        queues.freeze(handover);
        int changed = change();
        Batches planned = transferring.plan(handover);
        planned.numbers().subList(0, 5).forEach(batch -> transferring.transfer(handover, planned.round(), batch));
        assertThat(markedAsBefore()).isEqualTo(500 - changed / 2);

        planned.numbers().forEach(batch -> transferring.transfer(handover, planned.round(), batch));

        assertThat(transferring.reconcile(handover)).isEqualTo(new Balance(1000, 1000 - changed, changed, changed));
        assertThat(handedOver.casesIn(handover, "TERMINATIONS")).hasSize(1000 - changed);
        transferring.bringBack(handover);
        ending.calledOff(handover);
        assertThat(cases.open("PSC_LIVERPOOL", "TERMINATIONS")).isEqualTo(1050);
        assertThat(states()).isEqualTo(Map.of("RETURNED", 1000 - changed, "RELEASED", changed));
    }

    @Test
    void aCaseThatHasMovedOnSinceIsStillListedAsMovedAndTheRestIsFreeForOthers() {
        queues.freeze(handover);
        Batches planned = transferring.plan(handover);
        planned.numbers().subList(0, 9).forEach(batch -> transferring.transfer(handover, planned.round(), batch));
        given.someServicesBegunBy(handover, 3).unit("REGION_EM").save();

        transferring.bringBack(handover);
        ending.calledOff(handover);

        assertThat(states()).isEqualTo(Map.of("RETURNED", 897, "RELEASED", 100, "MOVED", 3));
        assertThat(handovers.get(handover).moved()).isEqualTo(3);
        assertThat(inventory.take(another()).inScope()).isEqualTo(997);
    }

    @Test
    void aCaseIsInOneHandoverAtATime() {
        long another = another();
        assertThat(inventory.take(another).inScope()).isZero();
        int changed = change();
        transferAll();
        assertThat(inventory.take(another).inScope()).isZero();

        exceptions.decide(
                handover,
                exceptions.open(handover).stream()
                        .map(left -> new ItemDecision(left.itemId(), "LEAVE", "with the court"))
                        .toList(),
                DATA_LEAD);
        exceptions.complete(handover, "DECIDED", null, ANSWER);

        assertThat(inventory.take(another).inScope()).as("what was left").isEqualTo(changed);
    }

    @Test
    void onlyTheRegionsDataLeadDecidesAndOnlyWithAReason() {
        cases.change(100);
        transferAll();
        transferring.reconcile(handover);
        OpenException open = exceptions.open(handover).getFirst();

        assertThatThrownBy(() -> exceptions.decide(
                        handover,
                        List.of(new ItemDecision(open.itemId(), "LEAVE", "x")),
                        new Colleague("hr-nw", Set.of("hr-nw", "data-lead-em"))))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() ->
                        exceptions.decide(handover, List.of(new ItemDecision(open.itemId(), "LEAVE", " ")), DATA_LEAD))
                .hasMessageContaining("needs a reason");
    }

    @Test
    void callingItOffBringsEverythingBackEvenWhenDeliveredTwice() {
        queues.freeze(handover);
        cases.change(50);
        transferAll();
        transferring.reconcile(handover);

        transferring.bringBack(handover);
        transferring.bringBack(handover);
        ending.calledOff(handover);

        assertThat(cases.open("REGION_NW", "TERMINATIONS")).isZero();
        assertThat(cases.open("PSC_LIVERPOOL", "TERMINATIONS")).isEqualTo(1050);
        assertThat(count("SELECT COUNT(*) FROM handover_item WHERE claim_mark = 1"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM frozen_queue WHERE unfrozen_at IS NULL"))
                .isZero();
        assertThat(handovers.get(handover).state()).isEqualTo(HandoverState.CALLED_OFF);
        assertThat(count("SELECT COUNT(*) FROM audit_entry WHERE action = 'CASES_BROUGHT_BACK'"))
                .isEqualTo(1);
    }

    @Test
    void reconciliationRefusesWhatDoesNotBalance() {
        queues.freeze(handover);
        transferAll();
        given.someServicesBegunBy(handover, 3).unit("REGION_EM").save();

        assertThatThrownBy(() -> transferring.reconcile(handover))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("H-NW-5")
                .hasMessageContaining("3 moved cases");
    }

    @Test
    void reconciliationRefusesABatchThatSaysMoreThanItMoved() {
        transferAll();
        jdbc.sql("UPDATE handover_batch SET moved = moved + 1 WHERE batch = 7").update();

        assertThatThrownBy(() -> transferring.reconcile(handover))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("1000 moved, but 1001 were moved by their batches");
    }

    @Test
    void reconciliationSeesACaseThatLeftTheFrozenQueueByAnotherWay() {
        queues.freeze(handover);
        transferAll();
        cases.held(1, "NW", "PSC_LIVERPOOL", "TERMINATIONS", "NPS", false);
        given.theServicesGoingOn("PSC_LIVERPOOL", "NW", "TERMINATIONS")
                .until(LocalDate.of(2099, 1, 1))
                .save();

        assertThatThrownBy(() -> transferring.reconcile(handover))
                .hasMessageContaining("1 cases of the frozen queues changed hands");
    }

    @Test
    void theDatabaseItselfRefusesASecondOpenRow() {
        assertThatThrownBy(() -> jdbc.sql("""
            INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, last_changed)
            SELECT case_id, service_code, 'REGION_NW', region_code, NOW(3), NOW(3) FROM case_service WHERE open_mark = 1 LIMIT 1
            """).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    private void transferAll() {
        Batches planned = transferring.plan(handover);
        planned.numbers().forEach(batch -> transferring.transfer(handover, planned.round(), batch));
    }

    /** Does what the engine does: a delivery that loses a deadlock is tried again. */
    private Moved again(int round, int batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transferring.transfer(handover, round, batch);
            } catch (DataAccessException lost) {
                if (attempt == 8) throw lost;
            }
        }
    }

    /** As the release before wrote them. @return how many */
    private int markedAsBefore() {
        return jdbc.sql(
                        "UPDATE handover_item i JOIN case_service cs ON cs.id = i.case_service_id SET i.state = 'MOVED', i.round = 1 WHERE cs.ended_by_handover = ?")
                .param(handover)
                .update();
    }

    private long another() {
        return cases.handover(
                "H-NW-6",
                "HANDOVER",
                "NW",
                "TERMINATIONS",
                "",
                "PSC_LIVERPOOL",
                "REGION_NW",
                LocalDate.of(2022, 1, 31),
                "BRIEFING");
    }

    /** How many items there are in each state. */
    private Map<String, Integer> states() {
        return jdbc
                .sql("SELECT state, COUNT(*) FROM handover_item_view WHERE handover_id = ? GROUP BY state")
                .param(handover)
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Changes one of 50 cases in scope. */
    private int change() {
        return jdbc.sql(
                        "UPDATE probation_case SET version = version + 1 WHERE MOD(id, 50) = 0 AND id IN (SELECT case_id FROM handover_item)")
                .update();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class TransferringCasesOnMariaDbTest extends TransferringCasesTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class TransferringCasesOnMySqlTest extends TransferringCasesTest {}
