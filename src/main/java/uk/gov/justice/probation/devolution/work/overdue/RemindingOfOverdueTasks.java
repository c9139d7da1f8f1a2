package uk.gov.justice.probation.devolution.work.overdue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskModels;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Colleagues;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.security.TaskGroups;
import uk.gov.justice.probation.devolution.work.Holder;

/**
 * Reminds those whose task is overdue, and some days later tells whoever is responsible for them, each once (ADR 101).
 * Tasks whose model does so itself are left out. Everybody gets one message for all that is new to them.
 */
@Service
public class RemindingOfOverdueTasks {
    private final OverdueTaskBatch overdue;
    private final TaskModels models;
    private final TaskGroups groups;
    private final WhoIsResponsible responsible;
    private final Colleagues colleagues;
    private final Deadlines deadlines;
    private final RemindingSettings settings;
    private final Notifications notifications;

    RemindingOfOverdueTasks(
            OverdueTaskBatch overdue,
            TaskModels models,
            TaskGroups groups,
            WhoIsResponsible responsible,
            Colleagues colleagues,
            Deadlines deadlines,
            RemindingSettings settings,
            Notifications notifications) {
        this.overdue = overdue;
        this.models = models;
        this.groups = groups;
        this.responsible = responsible;
        this.colleagues = colleagues;
        this.deadlines = deadlines;
        this.settings = settings;
        this.notifications = notifications;
    }

    /** Of several replicas one does so at a time, and the next finds it done. */
    @Transactional
    public void remind(Instant now) {
        LocalDate today = deadlines.day(now);
        overdue.hold(now);
        overdue.forget(deadlines.endOfDay(today.minus(settings.keep())));
        List<OverdueTask> found = overdue.notRemindedOf(now, today, models.tellingWhenLate());
        overdue.reminded(found, now);
        List<OverdueTask> still = overdue.notEscalated(
                now, today, deadlines.endOfDay(deadlines.workingDaysFrom(today, -settings.escalateAfter())));
        overdue.escalated(still, now);
        Map<String, Optional<Colleague>> known = new HashMap<>();
        byRecipient(found, task -> whose(task, known))
                .forEach((to, tasks) -> send(
                        "overdue-%d-%s".formatted(now.toEpochMilli(), to),
                        to,
                        tasks.subject("A task is overdue: %s", "%d tasks are overdue"),
                        tasks.lines() + "\nYou find what waits for you in 'Your work'." + tasks.inWhosePlace(to)));
        byRecipient(still, task -> names(responsible.of(task)))
                .forEach((to, tasks) -> send(
                        "still-overdue-%d-%s".formatted(now.toEpochMilli(), to),
                        to,
                        tasks.subject("A task is still not done: %s", "%d tasks are still not done"),
                        tasks.lines()
                                + "\nThey wait for %s, who were reminded. Speak with them, or have the tasks passed on."
                                        .formatted(tasks.whom())));
    }

    /** The names of colleagues and groups; of a group that no longer exists, of who is responsible for it. */
    private Set<String> whose(OverdueTask task, Map<String, Optional<Colleague>> known) {
        Set<String> all = groups.all();
        Set<String> whose = task.whose().stream()
                .filter(holder -> !holder.isGroup() || all.contains(holder.called()))
                .map(Holder::called)
                .collect(Collectors.toCollection(HashSet::new));
        task.standIns().stream()
                .filter(name -> known.computeIfAbsent(name, colleagues::named)
                        .map(task::isOfAGroupOf)
                        .orElse(true))
                .forEach(whose::add);
        return whose.isEmpty() ? names(responsible.of(task)) : whose;
    }

    private static Set<String> names(Set<TaskGroup> groups) {
        return groups.stream().map(TaskGroup::name).collect(Collectors.toSet());
    }

    private Map<String, TasksInWords> byRecipient(List<OverdueTask> tasks, Function<OverdueTask, Set<String>> whom) {
        Map<String, List<OverdueTask>> byRecipient = new TreeMap<>();
        tasks.forEach(task -> whom.apply(task)
                .forEach(to -> byRecipient
                        .computeIfAbsent(to, none -> new ArrayList<>())
                        .add(task)));
        Map<String, TasksInWords> inWords = new TreeMap<>();
        byRecipient.forEach((to, theirs) -> inWords.put(to, new TasksInWords(theirs, deadlines)));
        return inWords;
    }

    private void send(String key, String to, String subject, String body) {
        notifications.send(key, to, subject, body, "work");
    }
}
