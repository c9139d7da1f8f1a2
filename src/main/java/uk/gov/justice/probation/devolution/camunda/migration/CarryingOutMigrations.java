package uk.gov.justice.probation.devolution.camunda.migration;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.MigrationPlanBuilderImpl;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.RunningProcesses;
import uk.gov.justice.probation.devolution.camunda.migration.MigrationBatch.Instance;
import uk.gov.justice.probation.devolution.camunda.migration.MigrationBatch.State;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Carries out migrations, some instances at a time and each by its own command. No connection to the database is held
 * while the engine answers. If the application stops in between, those instances are asked about again.
 */
@Service
class CarryingOutMigrations {
    private static final Logger log = LoggerFactory.getLogger(CarryingOutMigrations.class);
    private static final int AT_ONCE = 50;
    private static final Set<Status.Code> REFUSED =
            Set.of(Status.Code.INVALID_ARGUMENT, Status.Code.FAILED_PRECONDITION, Status.Code.UNIMPLEMENTED);
    private static final String WHILE_IT_CHANGES = "a concurrent command was executed";

    private final MigrationRepository migrations;
    private final MigrationBatch instances;
    private final ForeseeingMigrations foreseeing;
    private final RunningProcesses processes;
    private final CamundaClient camunda;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    CarryingOutMigrations(
            MigrationRepository migrations,
            MigrationBatch instances,
            ForeseeingMigrations foreseeing,
            RunningProcesses processes,
            CamundaClient camunda,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.migrations = migrations;
        this.instances = instances;
        this.foreseeing = foreseeing;
        this.processes = processes;
        this.camunda = camunda;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Some(Migration migration, List<Long> instances) {}

    /** Everything that is under way, until it is done or stopped. */
    void carryOut() {
        List<Long> underWay = transactions.execute(tx -> migrations.findByStateOrderById(MigrationState.MOVING).stream()
                .map(Migration::id)
                .toList());
        for (long id : underWay) {
            boolean more = true;
            while (more) more = carryOutSome(id);
        }
    }

    /** @return whether there may be more to do now */
    boolean carryOutSome(long id) {
        Some some = transactions.execute(tx -> takeUp(id));
        if (some == null) return false;
        List<Instance> results = new ArrayList<>();
        boolean answered = true;
        try {
            Crossing crossing = foreseeing.crossing(some.migration());
            for (long instance : some.instances())
                results.add(move(instance, some.migration().to().key(), crossing.mapping()));
        } catch (RuntimeException noAnswer) {
            log.warn("Migration {} pauses because Camunda gives no answer: {}", id, noAnswer.getMessage());
            answered = false;
        }
        boolean done = transactions.execute(tx -> putDown(id, results));
        return answered && !done && results.stream().anyMatch(result -> result.state() != State.WAITS);
    }

    private Some takeUp(long id) {
        Migration migration = migrations.lockById(id).orElseThrow();
        if (!migration.takeUp(Utc.of(clock.instant()))) return null;
        migrations.save(migration);
        return new Some(migration, instances.waiting(id, AT_ONCE));
    }

    private boolean putDown(long id, List<Instance> results) {
        Migration migration = migrations.lockById(id).orElseThrow();
        instances.record(id, results);
        migration.putDown();
        Map<State, Integer> counts = instances.counts(id);
        boolean done = counts.get(State.WAITS) == 0;
        if (done && migration.state() != MigrationState.DONE) {
            migration.end(Utc.of(clock.instant()));
            audit.record(
                    Colleague.system().userName(),
                    "MIGRATION_ENDED",
                    migration.subject(),
                    null,
                    Map.of(
                            "process",
                            migration.processId(),
                            "moved",
                            counts.get(State.MOVED),
                            "stayed",
                            counts.get(State.STAYS),
                            "ended",
                            counts.get(State.ENDED)));
        }
        migrations.save(migration);
        return done;
    }

    private Instance move(long instance, long definition, Map<String, String> mapping) {
        MigrationPlanBuilderImpl plan = new MigrationPlanBuilderImpl();
        plan.withTargetProcessDefinitionKey(definition);
        mapping.forEach(plan::addMappingInstruction);
        try {
            camunda.newMigrateProcessInstanceCommand(instance)
                    .migrationPlan(plan.build())
                    .send()
                    .join();
            return new Instance(instance, State.MOVED, null);
        } catch (ClientException refused) {
            if (isGone(refused)) return new Instance(instance, State.ENDED, null);
            if (!isRefused(refused)) throw refused;
            String why = String.valueOf(refused.getMessage());
            if (why.contains(WHILE_IT_CHANGES)) return new Instance(instance, State.WAITS, null);
            return processes.definitionOf(instance).equals(OptionalLong.of(definition))
                    ? new Instance(instance, State.MOVED, null)
                    : new Instance(instance, State.STAYS, "Camunda refused it: " + why);
        }
    }

    private static boolean isGone(ClientException refused) {
        return switch (refused) {
            case ClientStatusException grpc -> grpc.getStatusCode() == Status.Code.NOT_FOUND;
            case ProblemException rest -> rest.code() == 404;
            default -> false;
        };
    }

    private static boolean isRefused(ClientException refused) {
        return switch (refused) {
            case ClientStatusException grpc -> REFUSED.contains(grpc.getStatusCode());
            case ProblemException rest -> rest.code() == 400 || rest.code() == 409;
            default -> false;
        };
    }
}
