package uk.gov.justice.probation.devolution.work;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecord;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecords;

/** The engine's records of user tasks, as tests write them. */
class SomeRecords implements UserTaskRecords {
    static final Instant CREATED = Instant.parse("2026-11-23T09:00:00Z");
    static final Instant DUE = Instant.parse("2026-11-30T17:00:00Z");

    private final Clock clock;
    private final List<UserTaskRecord> log = new ArrayList<>();
    private final List<Long> asked = new ArrayList<>();
    private long unread;
    private int atOnce = 100;
    private boolean away;

    SomeRecords(Clock clock) {
        this.clock = clock;
    }

    /** A task of a handover's gates, for the group. */
    static UserTaskRecord task(long key, String group) {
        return task(key, "handover-gates", "Task_Briefing", 700, List.of(group), List.of(), null, true, 0);
    }

    static UserTaskRecord task(
            long key,
            String process,
            String step,
            long instance,
            List<String> groups,
            List<String> users,
            String assignee,
            boolean open,
            long position) {
        return new UserTaskRecord(
                key, key + 1, instance, process, step, assignee, groups, users, 50, CREATED, DUE, open, position);
    }

    UserTaskRecord claimed(UserTaskRecord task, String assignee) {
        return record(task(
                task.key(),
                task.processId(),
                task.elementId(),
                task.processInstanceKey(),
                task.groups(),
                task.users(),
                assignee,
                true,
                0));
    }

    /** Completed, or ended by a timer, a cancellation or a migration. */
    void ended(UserTaskRecord task) {
        record(task(
                task.key(),
                task.processId(),
                task.elementId(),
                task.processInstanceKey(),
                task.groups(),
                task.users(),
                task.assignee(),
                false,
                0));
    }

    UserTaskRecord record(UserTaskRecord task) {
        UserTaskRecord recorded = task(
                task.key(),
                task.processId(),
                task.elementId(),
                task.processInstanceKey(),
                task.groups(),
                task.users(),
                task.assignee(),
                task.open(),
                log.size() + 1);
        log.add(recorded);
        return recorded;
    }

    /** Whoever follows never hears of what was recorded until now. */
    void lost() {
        unread = log.size();
    }

    void atOnce(int number) {
        atOnce = number;
    }

    void away(boolean gone) {
        away = gone;
    }

    /** From where it was read. */
    List<Long> asked() {
        return asked;
    }

    @Override
    public Changes since(long position) {
        mustBeThere();
        asked.add(position);
        List<UserTaskRecord> read = log.stream()
                .filter(task -> task.position() > Math.max(position, unread))
                .limit(atOnce)
                .toList();
        return new Changes(
                read, read.isEmpty() ? position : read.getLast().position(), read.size() == atOnce, clock.instant());
    }

    @Override
    public Map<Long, String> open() {
        mustBeThere();
        Map<Long, String> open = new TreeMap<>();
        byKey().values().stream()
                .filter(UserTaskRecord::open)
                .forEach(task -> open.put(task.key(), task.assignee() == null ? "" : task.assignee()));
        return open;
    }

    @Override
    public List<UserTaskRecord> latest(Collection<Long> keys) {
        mustBeThere();
        return byKey().values().stream()
                .filter(task -> keys.contains(task.key()))
                .toList();
    }

    private Map<Long, UserTaskRecord> byKey() {
        Map<Long, UserTaskRecord> latest = new TreeMap<>();
        log.forEach(task -> latest.put(task.key(), task));
        return latest;
    }

    private void mustBeThere() {
        if (away) throw new IllegalStateException("Camunda does not answer");
    }
}
