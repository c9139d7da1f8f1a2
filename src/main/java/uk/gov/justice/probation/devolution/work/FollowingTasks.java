package uk.gov.justice.probation.devolution.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecord;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecords;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecords.Changes;

/**
 * Keeps the open tasks as the engine's records have them (ADR 87). Several replicas may do so at the same time: how far
 * the records are read is one row, and whoever holds it changes what is kept.
 */
@Service
public class FollowingTasks {
    private static final int AT_ONCE = 500;
    /** So often it is noted that nothing has changed. */
    private static final Duration NOTED_EVERY = Duration.ofSeconds(1);

    private final UserTaskRecords records;
    private final OpenTaskBatch kept;
    private final DescribingTasks describing;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile Instant noted = Instant.EPOCH;

    FollowingTasks(
            UserTaskRecords records,
            OpenTaskBatch kept,
            DescribingTasks describing,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.kept = kept;
        this.describing = describing;
        this.transactions = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes over what was recorded since the last time.
     *
     * @return whether there is more to take over at once
     */
    public boolean follow() {
        long from = kept.position();
        Changes changes = records.since(from);
        if (changes.tasks().isEmpty()
                && Duration.between(noted, changes.knownUntil()).abs().compareTo(NOTED_EVERY) < 0) return false;
        Collection<UserTaskRecord> latest = latest(changes.tasks());
        Map<Long, Description> descriptions = describeNew(latest);
        transactions.executeWithoutResult(transaction -> {
            if (!kept.readOn(from, changes.position(), changes.knownUntil())) return;
            if (changes.position() < from) kept.goBack(changes.position());
            keep(latest, descriptions);
        });
        noted = changes.knownUntil();
        return changes.more();
    }

    /**
     * Compares all open tasks with what is kept, puts right what differs, and says anew what each is about: whatever
     * was missed, or was open before this release, is there afterwards.
     *
     * @return how many differed
     */
    public int compare() {
        Instant at = clock.instant();
        Map<Long, String> theirs = records.open();
        Map<Long, String> ours = kept.assignees();
        TreeSet<Long> unlike = new TreeSet<>(theirs.keySet());
        unlike.addAll(ours.keySet());
        unlike.removeIf(key -> theirs.containsKey(key) && theirs.get(key).equals(ours.get(key)));
        List<Long> keys = List.copyOf(unlike);
        for (int from = 0; from < keys.size(); from += AT_ONCE)
            putRight(keys.subList(from, Math.min(keys.size(), from + AT_ONCE)));
        describeAnew();
        kept.compared(at);
        return keys.size();
    }

    private void putRight(List<Long> keys) {
        Map<Long, Description> descriptions = describeNew(records.latest(keys));
        transactions.executeWithoutResult(transaction -> {
            kept.hold();
            Collection<UserTaskRecord> latest = latest(records.latest(keys)); // again: nothing is taken over meanwhile
            List<Long> unknown = new ArrayList<>(keys);
            latest.forEach(task -> unknown.remove(task.key()));
            kept.end(unknown);
            keep(latest, descriptions);
        });
    }

    private void describeAnew() {
        long after = 0;
        Map<UserTaskRecord, Description> some;
        do {
            some = kept.described(after, AT_ONCE);
            Map<Long, Description> changed = new HashMap<>(describing.describeAnew(some));
            for (var task : some.entrySet()) {
                after = Math.max(after, task.getKey().key());
                changed.remove(task.getKey().key(), task.getValue());
            }
            kept.describe(changed);
        } while (some.size() == AT_ONCE);
    }

    private Map<Long, Description> describeNew(Collection<UserTaskRecord> tasks) {
        Map<Long, Long> known =
                kept.positions(tasks.stream().map(UserTaskRecord::key).toList());
        return describing.describe(tasks.stream()
                .filter(task -> task.open() && !known.containsKey(task.key()))
                .toList());
    }

    private void keep(Collection<UserTaskRecord> latest, Map<Long, Description> descriptions) {
        Map<Long, Long> known =
                kept.positions(latest.stream().map(UserTaskRecord::key).toList());
        Map<Boolean, List<UserTaskRecord>> byWhetherOpen = latest.stream()
                .filter(task -> known.getOrDefault(task.key(), 0L) <= task.position())
                .collect(Collectors.partitioningBy(UserTaskRecord::open));
        kept.end(byWhetherOpen.get(false).stream().map(UserTaskRecord::key).toList());
        Map<Boolean, List<UserTaskRecord>> openByWhetherKept = byWhetherOpen.get(true).stream()
                .collect(Collectors.partitioningBy(task -> known.containsKey(task.key())));
        kept.add(openByWhetherKept.get(false), descriptions);
        kept.change(openByWhetherKept.get(true));
        opened(openByWhetherKept.get(false), descriptions);
    }

    private void opened(List<UserTaskRecord> tasks, Map<Long, Description> descriptions) {
        if (tasks.isEmpty()) return;
        events.publishEvent(new TasksOpened(tasks.stream()
                .map(task -> TasksOpened.Opened.of(task, descriptions.getOrDefault(task.key(), Description.UNKNOWN)))
                .toList()));
    }

    /** Of each task only what was recorded last. */
    private static Collection<UserTaskRecord> latest(List<UserTaskRecord> recorded) {
        Map<Long, UserTaskRecord> latest = new LinkedHashMap<>();
        recorded.forEach(task -> latest.put(task.key(), task));
        return latest.values();
    }
}
