package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.command.UpdateUserTaskCommandStep1;
import io.grpc.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import uk.gov.justice.probation.devolution.camunda.TasksOfProcesses.Offered;
import uk.gov.justice.probation.devolution.camunda.WhoIsOffered.Offer;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Colleagues;

/**
 * Carries {@link ProcessesLookAgain} out: first what later tasks read, then the tasks that are open. A task that is
 * being made with the former values meanwhile is found when it looks once more; if it is found neither time, its answer
 * is refused and it comes back to the right group (ADR 107).
 */
@Component
class LooksAtTasksAgain {
    /** Open tasks are known a second or two after they were made. */
    private static final Duration BEHIND = Duration.ofSeconds(3);

    private final CamundaClient camunda;
    private final ProcessVariables variables;
    private final TasksOfProcesses tasks;
    private final WhoIsOffered offers;
    private final Colleagues colleagues;
    private final Notifications notifications;
    private final Map<Learned, ProcessesLookAgain> latest = new ConcurrentHashMap<>();

    /** What an instance has learned anew. */
    private record Learned(long instance, Set<String> names) {}

    LooksAtTasksAgain(
            CamundaClient camunda,
            ProcessVariables variables,
            TasksOfProcesses tasks,
            WhoIsOffered offers,
            Colleagues colleagues,
            Notifications notifications) {
        this.camunda = camunda;
        this.variables = variables;
        this.tasks = tasks;
        this.offers = offers;
        this.colleagues = colleagues;
        this.notifications = notifications;
    }

    @Async(FewAtOnce.NAME)
    @TransactionalEventListener
    void lookAgain(ProcessesLookAgain again) {
        again.processInstances().forEach(instance -> latest.put(learned(instance, again), again));
        try {
            List<Long> running = again.processInstances().stream()
                    .filter(instance -> learns(instance, again.variables()))
                    .toList();
            lookAtTasksOf(running, again);
            if (!running.isEmpty() && !again.variables().isEmpty() && pause())
                lookAtTasksOf(unchangedSince(again, running), again);
        } finally {
            again.processInstances().forEach(instance -> latest.remove(learned(instance, again), again));
        }
    }

    /** Without those that have learned the same anew while it waited: their tasks go to whom that says. */
    private List<Long> unchangedSince(ProcessesLookAgain again, List<Long> running) {
        return running.stream()
                .filter(instance -> latest.get(learned(instance, again)) == again)
                .toList();
    }

    private static Learned learned(long instance, ProcessesLookAgain again) {
        return new Learned(instance, again.variables().keySet());
    }

    private void lookAtTasksOf(List<Long> running, ProcessesLookAgain again) {
        if (running.isEmpty()) return;
        tasks.of(again.family(), running).forEach(task -> look(task, again));
    }

    /** @return whether it is running */
    private boolean learns(long instance, Map<String, Object> values) {
        if (values.isEmpty()) return true;
        if (!overwrite(instance, values)) return false;
        variables.of(instance).stream()
                .filter(held -> held.scope() != instance && values.containsKey(held.name()))
                .collect(Collectors.groupingBy(
                        ProcessVariables.Held::scope,
                        Collectors.toMap(ProcessVariables.Held::name, held -> values.get(held.name()), (a, b) -> a)))
                .forEach(this::overwrite);
        return true;
    }

    private boolean overwrite(long scope, Map<String, Object> values) {
        try {
            camunda.newSetVariablesCommand(scope)
                    .variables(values)
                    .local(true)
                    .send()
                    .join();
            return true;
        } catch (ClientException refused) {
            if (!hasEnded(refused)) throw refused;
            return false;
        }
    }

    private void look(Offered task, ProcessesLookAgain again) {
        Set<String> before = candidates(task, Set.of());
        Offer offer = offers.of(task.processId(), task.elementId(), again.variables())
                .orElseGet(() -> new Offer(task.groups(), before));
        boolean moves = !offer.groups().equals(task.groups()) || !offer.users().equals(candidates(task, offer.users()));
        boolean leaves = task.assignee() != null
                && (task.assignee().equals(again.former()) || moves && !mayDo(task.assignee(), offer));
        if (!moves && !leaves) return;
        try {
            if (moves) offer(task.key(), offer);
            if (leaves) camunda.newUnassignUserTaskCommand(task.key()).send().join();
        } catch (ClientException refused) {
            if (!hasEnded(refused)) throw refused;
            return;
        }
        tasks.isOffered(task.key(), offer.groups(), offer.users(), leaves ? null : task.assignee());
        tell(task, before, offer, leaves, again);
    }

    private void offer(long task, Offer offer) {
        UpdateUserTaskCommandStep1 update = camunda.newUpdateUserTaskCommand(task);
        update = offer.groups().isEmpty()
                ? update.clearCandidateGroups()
                : update.candidateGroups(List.copyOf(offer.groups()));
        update = offer.users().isEmpty()
                ? update.clearCandidateUsers()
                : update.candidateUsers(List.copyOf(offer.users()));
        update.send().join();
    }

    /** The records do not say whether who has claimed it was asked by name: they were if they still are. */
    private static Set<String> candidates(Offered task, Set<String> asked) {
        return task.users().stream()
                .filter(user -> !user.equals(task.assignee())
                        || asked.contains(user)
                        || task.groups().isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean mayDo(String user, Offer offer) {
        return offer.users().contains(user)
                || colleagues
                        .named(user)
                        .map(Colleague::groups)
                        .filter(groups -> !Collections.disjoint(groups, offer.groups()))
                        .isPresent();
    }

    private void tell(Offered task, Set<String> before, Offer offer, boolean leaves, ProcessesLookAgain again) {
        Set<String> had = all(task.groups(), before);
        Set<String> have = all(offer.groups(), offer.users());
        Set<String> lost = new TreeSet<>(had);
        lost.removeAll(have);
        if (leaves) lost.add(task.assignee());
        Set<String> got = new TreeSet<>(have);
        got.removeAll(had);
        if (leaves && again.successor() != null) got.add(again.successor());
        lost.forEach(who -> tell("gone", who, "Tasks have gone from you to others", again));
        got.forEach(who -> tell("come", who, "Tasks have come to you", again));
    }

    private void tell(String what, String who, String subject, ProcessesLookAgain again) {
        notifications.send(
                "%s-%s-%s".formatted(what, again.occasion(), who),
                who,
                subject,
                again.why() + " Your tasks are now on the page 'Your work'. Earlier answers stay as they are.",
                "work");
    }

    private static Set<String> all(Set<String> groups, Set<String> users) {
        return Stream.concat(groups.stream(), users.stream()).collect(Collectors.toSet());
    }

    private static boolean hasEnded(ClientException refused) {
        return switch (refused) {
            case ClientStatusException grpc -> grpc.getStatusCode() == Status.Code.NOT_FOUND;
            case ProblemException rest -> rest.code() == 404 || rest.code() == 409;
            default -> false;
        };
    }

    private static boolean pause() {
        try {
            Thread.sleep(BEHIND);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
