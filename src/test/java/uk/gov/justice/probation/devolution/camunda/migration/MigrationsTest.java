package uk.gov.justice.probation.devolution.camunda.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.camunda.PretendedProcesses;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

/** How a migration is begun, carried out in parts, stopped, let go on and taken back, and what the engine refuses. */
abstract class MigrationsTest {
    private static final String PROCESS = "service-handover";
    private static final long FORMER = 101;
    private static final long NEWER = 102;
    private static final Colleague OWNER = new Colleague(Colleague.SERVICE_OWNER, Set.of(Colleague.SERVICE_OWNER));

    @Autowired
    ForeseeingMigrations foreseeing;

    @Autowired
    Migrations migrations;

    @Autowired
    CarryingOutMigrations carryingOut;

    @Autowired
    PretendedProcesses processes;

    @Autowired
    CamundaClient camunda;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @BeforeEach
    void twoVersions() {
        String model = KeptModels.ofToday().bpmn(PROCESS);
        processes.isDeployed(FORMER, PROCESS, 1, model);
        processes.isDeployed(NEWER, PROCESS, 2, model);
    }

    @Test
    void whatRunsByAnOlderVersionIsForeseenAndThatOfTheLatestIsNot() {
        run(1, 3);
        processes.runs(NEWER, 9, "Task_Review");
        processes.runs(FORMER, 4, "Task_LongGone");

        assertThat(foreseeing.older())
                .singleElement()
                .satisfies(older -> assertThat(older.running()).isEqualTo(4));
        Foreseen foreseen = foreseen();
        assertThat(foreseen.going()).containsExactly(1L, 2L, 3L);
        assertThat(foreseen.staying())
                .containsExactly(
                        new Foreseen.Left(4, "It is at a step that the newer model does not have: Long gone."));
        assertThat(foreseeing.from(NEWER)).isEmpty();
        assertThat(foreseeing.from(7)).isEmpty();
    }

    @Test
    void eachInstanceIsMovedOnceInAsManyPartsAsItTakes() {
        run(1, 120);
        long migration = begin();

        assertThat(carryingOut.carryOutSome(migration)).isTrue();
        assertThat(migrations.progress(migration).moved()).isEqualTo(50);
        carryingOut.carryOut();

        assertThat(migrations.progress(migration))
                .satisfies(progress -> assertThat(progress.moved()).isEqualTo(120))
                .satisfies(progress -> assertThat(progress.migration().state()).isEqualTo(MigrationState.DONE));
        assertThat(audited(migration)).containsExactly("MIGRATION_BEGUN", "MIGRATION_ENDED");
    }

    @Test
    void whatIsStoppedWaitsUntilItGoesOn() {
        run(1, 60);
        long migration = begin();
        carryingOut.carryOutSome(migration);

        migrations.stop(migration, OWNER);
        carryingOut.carryOut();
        assertThat(migrations.progress(migration).waiting()).isEqualTo(10);
        assertThatThrownBy(() -> migrations.stop(migration, OWNER)).isInstanceOf(NotPossibleNow.class);
        assertThatThrownBy(this::begin).isInstanceOf(NotPossibleNow.class);

        migrations.goOn(migration, OWNER);
        carryingOut.carryOut();

        assertThat(migrations.progress(migration).moved()).isEqualTo(60);
        assertThatThrownBy(() -> migrations.goOn(migration, OWNER)).isInstanceOf(NotPossibleNow.class);
        assertThat(audited(migration))
                .containsExactly("MIGRATION_BEGUN", "MIGRATION_STOPPED", "MIGRATION_RESUMED", "MIGRATION_ENDED");
    }

    @Test
    void nobodyElseIsAtItWhileSomebodyIsUnlessTheyHaveStopped() {
        run(1, 1);
        long migration = begin();
        busyUntil(migration, 30);
        assertThat(carryingOut.carryOutSome(migration)).isFalse();
        assertThat(migrations.progress(migration).waiting()).isEqualTo(1);

        busyUntil(migration, -1);
        carryingOut.carryOutSome(migration);

        assertThat(migrations.progress(migration).moved()).isEqualTo(1);
    }

    @Test
    void whatTheEngineRefusesStaysWithItsReasonAndWhatHasEndedIsCounted() {
        run(1, 3);
        long migration = begin();
        refused(Status.INVALID_ARGUMENT.withDescription("its flow scope is changed"));
        carryingOut.carryOut();

        assertThat(migrations.progress(migration).staying())
                .hasSize(3)
                .allSatisfy(left -> assertThat(left.why()).contains("Camunda refused it", "its flow scope is changed"));

        long again = begin();
        refused(Status.NOT_FOUND);
        carryingOut.carryOut();
        assertThat(migrations.progress(again).ended()).isEqualTo(3);
        assertThat(migrations.progress(again).migration().state()).isEqualTo(MigrationState.DONE);
    }

    @Test
    void whatWasMovedBeforeAnApplicationStoppedCountsAsMovedIfTheEngineSaysSo() {
        run(1, 1);
        long migration = begin();
        processes.runs(NEWER, 1, "Task_Review");
        refused(Status.INVALID_ARGUMENT);

        carryingOut.carryOut();

        assertThat(migrations.progress(migration).moved()).isEqualTo(1);
    }

    @Test
    void whileTheEngineIsAwayEverythingWaits() {
        run(1, 2);
        long migration = begin();
        refused(Status.UNAVAILABLE);

        carryingOut.carryOut();

        assertThat(migrations.progress(migration).waiting()).isEqualTo(2);
        assertThat(migrations.progress(migration).migration().state()).isEqualTo(MigrationState.MOVING);
    }

    @Test
    void whatMovedAndStillRunsIsTakenBackOnce() {
        run(1, 3);
        long migration = begin();
        assertThatThrownBy(() -> migrations.takeBack(migration, OWNER)).isInstanceOf(NotPossibleNow.class);
        carryingOut.carryOut();
        processes.runs(NEWER, 1, "Task_Review");
        processes.runs(NEWER, 2, "Task_Review");
        processes.runs(NEWER, 9, "Task_Review");
        processes.runs(0, 3);

        long back = migrations.takeBack(migration, OWNER).id();
        carryingOut.carryOut();

        assertThat(migrations.progress(back).moved()).isEqualTo(2);
        assertThat(migrations.progress(back).migration().toVersion()).isEqualTo(1);
        assertThat(migrations.progress(migration).takenBack()).isTrue();
        assertThatThrownBy(() -> migrations.takeBack(migration, OWNER)).isInstanceOf(NotPossibleNow.class);
        assertThatThrownBy(() -> migrations.takeBack(back, OWNER)).isInstanceOf(NotPossibleNow.class);
        assertThat(audited(back)).containsExactly("MIGRATION_TAKEN_BACK", "MIGRATION_ENDED");
    }

    @Test
    void ofTwoBegunAtOnceFromOneVersionOneIsRefusedUntilTheOtherHasEnded() throws Exception {
        run(1, 30);
        List<Throwable> refusals = new CopyOnWriteArrayList<>();
        CyclicBarrier together = new CyclicBarrier(4);
        Callable<Void> begins = () -> {
            Foreseen foreseen = foreseen();
            together.await();
            try {
                migrations.begin(foreseen, OWNER);
            } catch (RuntimeException refused) {
                refusals.add(refused);
            }
            return null;
        };
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            for (Future<Void> each : people.invokeAll(Collections.nCopies(4, begins))) each.get();
        }

        assertThat(refusals)
                .hasSize(3)
                .allSatisfy(refused -> assertThat(refused)
                        .isInstanceOf(NotPossibleNow.class)
                        .hasMessageContaining("is under way or stopped"));
        assertThat(migrations.latest()).hasSize(1);
        carryingOut.carryOut();
        assertThat(migrations.progress(begin()).all()).isEqualTo(30);
    }

    @Test
    void nothingIsBegunIfNothingGoes() {
        processes.runs(FORMER, 1, "Task_LongGone");

        assertThatThrownBy(this::begin).isInstanceOf(NotPossibleNow.class).hasMessageContaining("Nothing can go");
        assertThat(migrations.latest()).isEmpty();
    }

    private void run(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(instance -> processes.runs(FORMER, instance, "Task_ConfirmInventory"));
    }

    private Foreseen foreseen() {
        return foreseeing.from(FORMER).orElseThrow();
    }

    private long begin() {
        return migrations.begin(foreseen(), OWNER).id();
    }

    private void refused(Status status) {
        doAnswer(asked -> {
                    throw new ClientStatusException(status, new StatusRuntimeException(status));
                })
                .when(camunda)
                .newMigrateProcessInstanceCommand(anyLong());
    }

    private void busyUntil(long migration, int secondsFromNow) {
        given.theMigration(migration)
                .busyUntil(CLOCK.instant().plusSeconds(secondsFromNow))
                .save();
    }

    private List<String> audited(long migration) {
        return jdbc.sql("SELECT action FROM audit_entry WHERE subject = ? ORDER BY id")
                .param("migration/" + migration)
                .query(String.class)
                .list();
    }
}

@ConsoleTest
class MigrationsOnMariaDbTest extends MigrationsTest {}

@ConsoleTest
@WithDatabase(WithDatabase.Engine.MYSQL)
class MigrationsOnMySqlTest extends MigrationsTest {}
