package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import io.camunda.client.api.response.DeploymentEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/** What the engine is given when several releases of the application share a database and start in any order. */
abstract class DeployingReleaseTest {
    private static final Executor EACH_BY_ITSELF = task -> Thread.ofVirtual().start(task);

    @Autowired
    DeployedReleaseRepository releases;

    @Autowired
    TransactionTemplate transactions;

    private final List<Integer> deployed = new CopyOnWriteArrayList<>();

    @Test
    void anOlderApplicationThatRestartsLeavesNewerModelsAsTheyAre() {
        release(2).deploy(2);
        release(3).deploy(3);

        DeployingRelease.Outcome older = release(2).deploy(2);

        assertThat(deployed).containsExactly(2, 3);
        assertThat(older.newer()).hasValue(3);
        assertThat(older.deployment()).isNull();
    }

    @Test
    void eachReplicaOfTheNewestDeploysWhenItStarts() {
        release(3).deploy(3);

        assertThat(release(3).deploy(3).newer()).isEmpty();

        assertThat(deployed).containsExactly(3, 3);
    }

    @Test
    void anOlderOneStandsAsideEvenIfTheEngineRefusedTheNewer() {
        DeployingRelease refused = release(() -> {
            throw new IllegalStateException("The engine is away");
        });
        assertThatThrownBy(() -> refused.deploy(3)).hasMessage("The engine is away");

        assertThat(release(2).deploy(2).newer()).hasValue(3);

        assertThat(deployed).isEmpty();
    }

    @Test
    void aNewerOneWaitsUntilAnOlderHasFinishedSoThatItsModelsAreTheLatest() throws Exception {
        CountDownLatch deploying = new CountDownLatch(1);
        CountDownLatch newerHasBegun = new CountDownLatch(1);
        DeployingRelease slow = release(() -> {
            deploying.countDown();
            await(newerHasBegun);
            pause();
            deployed.add(2);
            return mock(DeploymentEvent.class);
        });
        CompletableFuture<?> older = CompletableFuture.runAsync(() -> slow.deploy(2), EACH_BY_ITSELF);
        await(deploying);

        CompletableFuture<?> newer = CompletableFuture.runAsync(
                () -> {
                    newerHasBegun.countDown();
                    release(3).deploy(3);
                },
                EACH_BY_ITSELF);
        older.get(30, TimeUnit.SECONDS);
        newer.get(30, TimeUnit.SECONDS);

        assertThat(deployed).containsExactly(2, 3);
    }

    @Test
    void whoWaitsForTheModelsGoesOnIfNewerOnesAreThere() {
        release(3).deploy(3);
        ProcessModels ours = new ProcessModels(null, mock(FormListsQuery.class), true);

        new DeployingRelease(releases, ours, transactions, CLOCK).deploy(2);

        assertThat(ours.areDeployed()).isTrue();
    }

    @Test
    void formsWhoseListsHaveChangedAreDeployedAgainUnlessANewerReleaseHasItsOwn() {
        ProcessModels models = mock();
        when(models.areFormsToRefill()).thenReturn(true);
        when(models.refill()).thenReturn(4);
        DeployingRelease ours = new DeployingRelease(releases, models, transactions, CLOCK);
        ours.deploy(2);

        assertThat(ours.refill(2)).isEqualTo(4);
        release(3).deploy(3);
        assertThat(ours.refill(2)).isZero();
        verify(models).refill();
    }

    private DeployingRelease release(int number) {
        return release(() -> {
            deployed.add(number);
            return mock(DeploymentEvent.class);
        });
    }

    private DeployingRelease release(Supplier<DeploymentEvent> engine) {
        ProcessModels models = mock();
        when(models.deploy()).thenAnswer(call -> engine.get());
        return new DeployingRelease(releases, models, transactions, CLOCK);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Long enough for the newer one to reach the engine if nothing held it back. */
    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

@ConsoleTest
class DeployingReleaseOnMariaDbTest extends DeployingReleaseTest {}

@ConsoleTest
@WithDatabase(WithDatabase.Engine.MYSQL)
class DeployingReleaseOnMySqlTest extends DeployingReleaseTest {}
