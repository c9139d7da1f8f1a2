package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.handover.TransferExceptions.ItemDecision;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.security.Colleague;

@DomainTest
@Import(FrozenCasesTest.WhoeverWaits.class)
abstract class FrozenCasesTest {
    private static final String SERVICE = "UPW_ORDERS";

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

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
    CaseOwners owners;

    @Autowired
    ApplicationEvents events;

    @Autowired
    WhoeverWaits waiting;

    long handover;

    /** Does what a family does: every case noted as waiting is found when the queue is released. */
    @Component
    static class WhoeverWaits {
        private final JdbcClient jdbc;
        volatile List<String> found = List.of();

        WhoeverWaits(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        void note(long caseId) {
            new Given(jdbc).theCase(caseId).tier("B2").save();
        }

        @EventListener
        void released(QueueReleased released) {
            found = jdbc.sql("SELECT crn FROM probation_case WHERE tier = 'B2' ORDER BY crn")
                    .query(String.class)
                    .list();
        }
    }

    @BeforeEach
    void aHandoverOfTenCases() {
        var cases = new SomeCases(jdbc);
        cases.held(10, "YATH", "PSC_LIVERPOOL", SERVICE, "CRC", false);
        cases.held(2, "EM", "PSC_LIVERPOOL", SERVICE, "CRC", false);
        handover = cases.handover(
                "H-YATH-9",
                "HANDOVER",
                "YATH",
                SERVICE,
                "",
                "PSC_LIVERPOOL",
                "REGION_YATH",
                LocalDate.of(2022, 1, 31),
                "BRIEFING");
        inventory.take(handover);
        waiting.found = List.of();
    }

    @Test
    void aMovedCaseWaitsUntilBothHaveSignedAndWhatStayedUntilTheRelease() {
        assertThat(owners.of(id(1), SERVICE))
                .isEqualTo(new Owner("PSC_LIVERPOOL", "PSC Liverpool", "liverpool", false, false));
        queues.freeze(handover);
        assertThat(events.stream(QueueFrozen.class)).containsExactly(new QueueFrozen(handover));
        assertThat(handedOver.frozenCases(handover, SERVICE)).hasSize(10);
        assertThat(owners.of(id(1), SERVICE).frozen()).isTrue();
        assertThat(owners.of(id(11), SERVICE).frozen()).as("another region's").isFalse();

        given.theCase(id(2)).changed().save();
        transfer();
        exceptions
                .open(handover)
                .forEach(left -> exceptions.decide(
                        handover,
                        List.of(new ItemDecision(left.itemId(), "LEAVE", "with the court")),
                        Colleague.system()));
        assertThat(owners.of(id(1), SERVICE))
                .isEqualTo(new Owner("REGION_YATH", "Yorkshire and the Humber", "yath", true, true));
        assertThat(owners.of(id(1), SERVICE).group()).isEqualTo("case-admin-yath");
        assertThat(handedOver.frozenCases(handover, SERVICE)).hasSize(10);

        ending.completeTransfer(handover);
        ending.completeTransfer(handover);
        assertThat(owners.of(id(1), SERVICE).frozen()).isFalse();
        assertThat(owners.of(id(2), SERVICE))
                .isEqualTo(new Owner("PSC_LIVERPOOL", "PSC Liverpool", "liverpool", false, true));
        assertThat(events.stream(CasesHandedOver.class)).containsExactly(new CasesHandedOver(handover));
        assertThat(handedOver.casesIn(handover, SERVICE)).hasSize(9).doesNotContain(id(2));
        assertThat(handedOver.casesIn(handover, "TERMINATIONS")).isEmpty();

        ending.close(handover);
        assertThat(owners.of(id(2), SERVICE).frozen()).isFalse();
        assertThat(events.stream(QueueReleased.class))
                .as("when signed and when closed")
                .hasSize(2);
    }

    @Test
    void callingOffReleasesWhoWaited() {
        queues.freeze(handover);
        transfer();
        transferring.bringBack(handover);
        queues.unfreeze(handover);
        ending.calledOff(handover);

        assertThat(owners.of(id(1), SERVICE))
                .isEqualTo(new Owner("PSC_LIVERPOOL", "PSC Liverpool", "liverpool", false, false));
        assertThat(events.stream(QueueReleased.class)).hasSize(1);
        assertThat(events.stream(CasesHandedOver.class)).isEmpty();
    }

    @Test
    void whoNotesThatACaseWaitsWhileTheQueueIsReleasedIsFound() throws Exception {
        queues.freeze(handover);
        var locked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> noting = both.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                assertThat(owners.lock(id(3), SERVICE).frozen()).isTrue();
                locked.countDown();
                await(go);
                waiting.note(id(3));
            }));
            await(locked);
            Future<?> release = both.submit(() -> ending.close(handover));
            assertThatThrownBy(() -> release.get(500, TimeUnit.MILLISECONDS))
                    .as("the release waits")
                    .isInstanceOf(TimeoutException.class);
            go.countDown();
            noting.get(10, TimeUnit.SECONDS);
            release.get(10, TimeUnit.SECONDS);
        }
        assertThat(waiting.found).containsExactly("X000003");
        assertThat(owners.of(id(3), SERVICE).frozen()).isFalse();
    }

    @Test
    void aFreezeWaitsForWhoIsAtIt() throws Exception {
        var locked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> working = both.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                assertThat(owners.lock(id(3), SERVICE).frozen()).isFalse();
                locked.countDown();
                await(go);
            }));
            await(locked);
            Future<?> freeze = both.submit(() -> queues.freeze(handover));
            assertThatThrownBy(() -> freeze.get(500, TimeUnit.MILLISECONDS))
                    .as("the freeze waits")
                    .isInstanceOf(TimeoutException.class);
            go.countDown();
            working.get(10, TimeUnit.SECONDS);
            freeze.get(10, TimeUnit.SECONDS);
        }
        assertThat(owners.of(id(3), SERVICE).frozen()).isTrue();
    }

    @Test
    void whereNobodyDoesTheServiceASentenceSaysSo() {
        assertThatThrownBy(() -> owners.of(id(1), "TERMINATIONS"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("TERMINATIONS for CRN X000001");
        assertThat(owners.find(id(1), "TERMINATIONS")).isEmpty();
    }

    private void transfer() {
        var planned = transferring.plan(handover);
        planned.numbers().forEach(batch -> transferring.transfer(handover, planned.round(), batch));
        transferring.reconcile(handover);
    }

    private long id(int number) {
        return jdbc.sql("SELECT id FROM probation_case WHERE crn = ?")
                .param("X%06d".formatted(number))
                .query(Long.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class FrozenCasesOnMariaDbTest extends FrozenCasesTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class FrozenCasesOnMySqlTest extends FrozenCasesTest {}
