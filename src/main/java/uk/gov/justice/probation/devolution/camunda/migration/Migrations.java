package uk.gov.justice.probation.devolution.camunda.migration;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.migration.MigrationBatch.Instance;
import uk.gov.justice.probation.devolution.camunda.migration.MigrationBatch.State;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Begins migrations, stops them, lets them go on and takes them back. {@link CarryingOutMigrations} does the rest. */
@Service
public class Migrations {

    /** How far a migration has come, in numbers, and what stays. */
    public record Progress(
            Migration migration, int waiting, int moved, int ended, List<Foreseen.Left> staying, boolean takenBack) {
        public int all() {
            return waiting + moved + ended + staying.size();
        }
    }

    private final MigrationRepository migrations;
    private final MigrationBatch instances;
    private final ForeseeingMigrations foreseeing;
    private final AuditTrail audit;
    private final Clock clock;

    Migrations(
            MigrationRepository migrations,
            MigrationBatch instances,
            ForeseeingMigrations foreseeing,
            AuditTrail audit,
            Clock clock) {
        this.migrations = migrations;
        this.instances = instances;
        this.foreseeing = foreseeing;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotPossibleNow if nothing would go, or one from this version is under way */
    @Transactional
    public Migration begin(Foreseen foreseen, Colleague by) {
        Migration begun = begun(foreseen, null, by);
        audited("MIGRATION_BEGUN", begun, counts(foreseen), by);
        return begun;
    }

    @Transactional
    public Migration takeBack(long id, Colleague by) {
        Migration migration = locked(id);
        migration.mayBeTakenBack();
        if (migrations.existsByTakesBack(id)) throw new NotPossibleNow("It was taken back before.");
        Foreseen back = foreseeing.back(migration, instances.moved(id));
        if (migration.state() == MigrationState.STOPPED) migration.end(Utc.of(clock.instant()));
        migrations.save(migration);
        Migration begun = begun(back, id, by);
        audited("MIGRATION_TAKEN_BACK", begun, counts(back), by);
        return begun;
    }

    @Transactional
    public void stop(long id, Colleague by) {
        audited("MIGRATION_STOPPED", changed(id, Migration::stop), Map.of(), by);
    }

    @Transactional
    public void goOn(long id, Colleague by) {
        audited("MIGRATION_RESUMED", changed(id, Migration::goOn), Map.of(), by);
    }

    @Transactional(readOnly = true)
    public List<Migration> latest() {
        return migrations.findTop50ByOrderByIdDesc();
    }

    @Transactional(readOnly = true)
    public Progress progress(long id) {
        Migration migration = migrations.findById(id).orElseThrow(() -> missing(id));
        Map<State, Integer> counts = instances.counts(id);
        return new Progress(
                migration,
                counts.get(State.WAITS),
                counts.get(State.MOVED),
                counts.get(State.ENDED),
                instances.staying(id).stream()
                        .map(one -> new Foreseen.Left(one.key(), one.reason()))
                        .toList(),
                migrations.existsByTakesBack(id));
    }

    private Migration begun(Foreseen foreseen, Long takesBack, Colleague by) {
        if (foreseen.going().isEmpty())
            throw new NotPossibleNow("Nothing can go from version %d to version %d of this process at present."
                    .formatted(foreseen.from().version(), foreseen.to().version()));
        Migration migration = theOnlyOne(
                new Migration(foreseen.from(), foreseen.to(), takesBack, by.userName(), Utc.of(clock.instant())));
        instances.begin(
                migration.id(),
                Stream.concat(
                                foreseen.going().stream().map(key -> new Instance(key, State.WAITS, null)),
                                foreseen.staying().stream()
                                        .map(left -> new Instance(left.instance(), State.STAYS, left.why())))
                        .toList());
        return migration;
    }

    private Migration theOnlyOne(Migration migration) {
        if (migrations.existsByUnderWayFrom(migration.from().key())) throw anotherIsUnderWay(migration);
        try {
            return migrations.saveAndFlush(migration);
        } catch (DataIntegrityViolationException begunMeanwhile) {
            throw anotherIsUnderWay(migration);
        }
    }

    private static NotPossibleNow anotherIsUnderWay(Migration migration) {
        return new NotPossibleNow(
                "A migration from version %d of this process is under way or stopped. Let it go on, or take it back."
                        .formatted(migration.fromVersion()));
    }

    private Migration changed(long id, Consumer<Migration> change) {
        Migration migration = locked(id);
        change.accept(migration);
        return migrations.save(migration);
    }

    private void audited(String action, Migration migration, Map<String, Integer> counts, Colleague by) {
        Map<String, Object> facts = new TreeMap<>(counts);
        facts.put("process", migration.processId());
        facts.put("fromVersion", migration.fromVersion());
        facts.put("toVersion", migration.toVersion());
        audit.record(by.userName(), action, migration.subject(), null, facts);
    }

    private static Map<String, Integer> counts(Foreseen foreseen) {
        return Map.of(
                "going", foreseen.going().size(), "staying", foreseen.staying().size());
    }

    private Migration locked(long id) {
        return migrations.lockById(id).orElseThrow(() -> missing(id));
    }

    private static NotFound missing(long id) {
        return new NotFound("There is no migration with the number %d.".formatted(id));
    }
}
