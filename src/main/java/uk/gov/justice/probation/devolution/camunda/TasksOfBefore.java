package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.SubjectsToChoose.Choice;
import uk.gov.justice.probation.devolution.camunda.SubjectsToChoose.Question;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects.Noted;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Tasks that were open before subjects were recorded and whose subject our database does not know. Their answers wait
 * in the engine until somebody responsible chooses the subject from what our database knows. Then each is accepted or
 * refused like any other (ADR 0066).
 */
@Service
public class TasksOfBefore {
    /** If the engine has not asked again for this long, the step was cancelled or moved in Operate. */
    private static final Duration STILL_ASKED = Duration.ofDays(1);

    private static final int DEEPEST_CALL = 10;
    /**
     * A task as a colleague sees it.
     *
     * @param question null if nothing is known of it, so that only the people who run Operate can do something about it
     */
    public record Waiting(TaskOfBefore task, Question question) {}

    private final TaskOfBeforeRepository tasks;
    private final List<SubjectsToChoose> offering;
    private final TaskSubjects subjects;
    private final CallingProcesses callers;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;
    private final Duration pause;
    private final String page;

    TasksOfBefore(
            TaskOfBeforeRepository tasks,
            List<SubjectsToChoose> offering,
            TaskSubjects subjects,
            CallingProcesses callers,
            Notifications notifications,
            AuditTrail audit,
            Clock clock,
            @Value("${devolution.camunda.ask-again-after:1m}") Duration pause,
            @Value("${devolution.console-url}") String console) {
        this.tasks = tasks;
        this.offering = offering;
        this.subjects = subjects;
        this.callers = callers;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
        this.pause = pause;
        this.page = console + "/tasks-of-before";
    }

    /** The tasks waiting for the colleague to name their subject, oldest first. The PSC Service Owner sees all. */
    @Transactional(readOnly = true)
    public List<Waiting> of(Colleague colleague) {
        return tasks
                .findByChosenIsNullAndLastAtGreaterThanEqualOrderByFirstAtAscElementInstanceKeyAsc(stillAsked())
                .stream()
                .map(this::waiting)
                .filter(one -> isFor(one, colleague))
                .toList();
    }

    /** How many are waiting in total. */
    @Transactional(readOnly = true)
    public long number() {
        return tasks.countByChosenIsNullAndLastAtGreaterThanEqual(stillAsked());
    }

    /** @throws NotAllowedException if it belongs to another region */
    @Transactional(readOnly = true)
    public Optional<Waiting> find(long key, Colleague colleague) {
        Optional<Waiting> found = tasks.findById(key).map(this::waiting);
        found.ifPresent(one -> mustBeOfTheirRegion(one, colleague));
        return found;
    }

    /** Whether the colleague is one of those who say what the task is about. */
    public boolean isFor(Waiting waiting, Colleague colleague) {
        return waiting.question() == null
                ? colleague.isServiceOwner()
                : colleague.holds(
                        waiting.question().by(), waiting.task().known().regionCode());
    }

    /** What can be chosen: everything that no other task from an earlier release has been said to be about. */
    @Transactional(readOnly = true)
    public List<Choice> choices(Waiting waiting, Colleague by) {
        if (waiting.question() == null || !isFor(waiting, by)) return List.of();
        List<TaskOfBefore> said =
                tasks.findByProcessIdAndChosenIsNotNull(waiting.task().process());
        return offering.stream()
                .filter(one -> one.about(waiting.task()).isPresent())
                .flatMap(one -> one.choices(waiting.task(), by).stream())
                .filter(choice -> said.stream()
                        .noneMatch(other -> other.key() != waiting.task().key() && other.isAbout(choice.subject())))
                .toList();
    }

    /**
     * Records what a task is about, once and for good.
     *
     * @param value of one of the {@link #choices}
     * @throws NotAllowedException if the colleague may not say it
     * @throws NotPossibleNow if it has been said already, for this task or another one, or is not one of the choices
     */
    @Transactional
    public Choice say(long key, String value, Colleague by) {
        Waiting waiting = tasks.lockById(key)
                .map(this::waiting)
                .orElseThrow(() -> new NotPossibleNow("This task is no longer waiting."));
        TaskOfBefore task = waiting.task();
        if (!isFor(waiting, by)) throw notTheirs(waiting, by);
        Choice choice = choices(waiting, by).stream()
                .filter(one -> one.subject().value().equals(value))
                .findFirst()
                .orElseThrow(() -> new NotPossibleNow("Choose what the task is about from what is offered."));
        try {
            task.isAbout(choice.subject(), by, clock.instant());
            tasks.saveAndFlush(task);
        } catch (DataIntegrityViolationException another) {
            throw new NotPossibleNow("Somebody has just chosen this for another task.");
        }
        subjects.noteOfBefore(key, choice.subject());
        audit.record(
                by.userName(),
                "TASK_OF_BEFORE_SAID",
                choice.subject().about(),
                choice.subject().regionCode(),
                Map.of("task", task.step(), "process", task.processInstanceKey(), "answeredBy", task.answeredBy()));
        return choice;
    }

    /** @throws NotSaidYetException if it is already known that somebody has to say it, and nobody has */
    @Transactional(noRollbackFor = NotSaidYetException.class)
    void mustBeSaid(ActivatedJob listener) {
        TaskOfBefore task = tasks.lockById(listener.getElementInstanceKey())
                .filter(one -> !one.said())
                .orElse(null);
        if (task == null) return;
        task.askedAgain(clock.instant());
        throw notYet(listener);
    }

    /** Records that somebody has to name the subject, and informs them once. */
    @Transactional
    NotSaidYetException await(ActivatedJob listener, String asksFor, Map<String, Noted> noted, String answeredBy) {
        TaskSubject known =
                known(listener.getProcessInstanceKey(), noted.values()).orElse(null);
        tasks.deleteByLastAtBefore(stillAsked());
        if (tasks.lockById(listener.getElementInstanceKey()).isEmpty()) {
            tell(tasks.saveAndFlush(new TaskOfBefore(
                    listener.getElementInstanceKey(),
                    listener.getProcessInstanceKey(),
                    listener.getBpmnProcessId(),
                    listener.getElementId(),
                    asksFor,
                    known,
                    answeredBy,
                    clock.instant())));
        }
        return notYet(listener);
    }

    /** Its answer was accepted or refused, so another task can now be about the same subject. */
    @Transactional
    void isSettled(long key) {
        tasks.deleteByElementInstanceKey(key);
    }

    private void tell(TaskOfBefore task) {
        Waiting waiting = waiting(task);
        notifications.send(
                "task-of-before-" + task.key(),
                group(waiting),
                "A task that began before the last release waits for you",
                "%s was answered, but it began before the last release, and it is not known what it is about. Say it on its page: until then the answer is not saved."
                        .formatted(
                                waiting.question() == null
                                        ? "A step of " + task.process()
                                        : "\"%s\"".formatted(waiting.question().task())),
                "tasks-of-before/" + task.key());
    }

    private NotSaidYetException notYet(ActivatedJob listener) {
        return new NotSaidYetException(
                "%s was opened before the present release, and nobody has said yet what it is about. Say it at %s/%d; then this step goes on by itself."
                        .formatted(listener.getElementId(), page, listener.getElementInstanceKey()),
                pause);
    }

    /**
     * What was recorded for the process, or for the nearest one that called it; only a region if nothing else is known.
     */
    private Optional<TaskSubject> known(long processInstanceKey, Collection<Noted> noted) {
        Optional<TaskSubject> nearest = first(noted);
        Optional<Long> caller = Optional.of(processInstanceKey);
        for (int call = 0; nearest.isEmpty() && caller.isPresent() && call < DEEPEST_CALL; call++) {
            caller = callers.callerOf(caller.get());
            nearest = caller.flatMap(one -> first(subjects.of(one, one).values()));
        }
        return nearest;
    }

    private static Optional<TaskSubject> first(Collection<Noted> noted) {
        return noted.stream()
                .map(Noted::subject)
                .min(Comparator.comparing(subject -> subject.name().equals("regionCode")));
    }

    private Waiting waiting(TaskOfBefore task) {
        boolean ofARegion = task.known() != null && task.known().regionCode() != null;
        return new Waiting(
                task,
                ofARegion
                        ? offering.stream()
                                .flatMap(one -> one.about(task).stream())
                                .findFirst()
                                .orElse(null)
                        : null);
    }

    private void mustBeOfTheirRegion(Waiting waiting, Colleague colleague) {
        if (colleague.isServiceOwner()) return;
        String region = waiting.question() == null
                ? ""
                : waiting.task().known().regionCode().toLowerCase(Locale.ROOT);
        if (colleague.taskGroups().anyMatch(group -> group.slug().equals(region))) return;
        throw notTheirs(waiting, colleague);
    }

    /** The task group of those who name the subject. */
    public static String group(Waiting waiting) {
        return waiting.question() == null
                ? Colleague.SERVICE_OWNER
                : "%s-%s"
                        .formatted(
                                waiting.question().by(),
                                waiting.task().known().regionCode().toLowerCase(Locale.ROOT));
    }

    private static NotAllowedException notTheirs(Waiting waiting, Colleague by) {
        return new NotAllowedException(
                "Only a colleague in the group %s can say what this task is about. You are signed in as %s."
                        .formatted(group(waiting), by.userName()));
    }

    private LocalDateTime stillAsked() {
        return Utc.of(clock.instant().minus(STILL_ASKED));
    }
}
