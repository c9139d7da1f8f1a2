package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.api.response.ActivatedJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects.Noted;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Colleagues;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Processes the answers of user tasks when they end. The subject of the task is the one recorded when it began; of the
 * variables only the fields of its form are read; and the task list says who completed it. A refused answer is not
 * saved: a variable says why, and a gateway of the model brings the task back for its group (ADR 0048).
 */
@Component
public class TaskAnswers {
    /** The called models from before subjects were recorded that had a way back to their task, by what refuses it. */
    private static final Set<String> CAME_AGAIN_BEFORE = Set.of(
            "assessmentRefused", "projectRefused", "outcomeRefused", "breachRefused", "rankingRefused", "panelRefused");

    private static final String OF_BEFORE =
            "%s This task was opened before the present release and cannot come again by itself: bring it back in Operate "
                    + "(modify the process instance: add the task again, cancel this one), so that the right person answers it.";
    private static final String NOT_THEIRS =
            "The last answer was not kept: it did not come from somebody whose task this is, or it was about something else. Nothing was changed. Please answer again.";
    private static final String UNDERSTOOD = "understood";

    private final CompletedUserTasks completed;
    private final PageCompletions onPages;
    private final FormAnswers forms;
    private final SubjectsOfTasks subjects;
    private final Colleagues colleagues;
    private final RefusedAnswers refusals;
    private final LimitedSubjects limited;
    private final TransactionTemplate transactions;

    TaskAnswers(
            CompletedUserTasks completed,
            PageCompletions onPages,
            FormAnswers forms,
            SubjectsOfTasks subjects,
            Colleagues colleagues,
            RefusedAnswers refusals,
            LimitedSubjects limited,
            PlatformTransactionManager transactions) {
        this.completed = completed;
        this.onPages = onPages;
        this.forms = forms;
        this.subjects = subjects;
        this.colleagues = colleagues;
        this.refusals = refusals;
        this.limited = limited;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Processes an answer, or says why it is refused.
     *
     * @param refused the variable that says why an answer was refused, null if it was accepted; the model's gateway
     *     looks at it
     * @param form a record with the fields of the form; nothing else is read
     * @param use saves the answer and returns what the process learns of it
     * @return the variables of the process
     * @throws NotSaidYetException until somebody has said what a task from an earlier release is about
     * @throws CompletedUserTasks.NotYetKnownException if the task list has not caught up yet; try again
     */
    public <T extends Record> Map<String, Object> take(
            ActivatedJob listener, String refused, Class<T> form, BiFunction<AnsweredTask, T, Map<String, ?>> use) {
        Map<String, Noted> noted = subjects.of(listener);
        if (refusals.isRefused(listener)) {
            mustComeAgain(listener, refused, noted, OF_BEFORE.formatted(NOT_THEIRS));
            return comesAgain(refused, form);
        }
        String by = onPages.whoCompleted(
                listener.getElementInstanceKey(),
                () -> completed.completedBy(
                        listener.getProcessInstanceKey(), listener.getElementId(), listener.getElementInstanceKey()));
        Map<String, Object> sent = listener.getVariablesAsMap();
        try {
            Colleague colleague = colleagues
                    .named(by)
                    .orElseThrow(() -> new NotAllowedException("Nobody here signs in as '%s'".formatted(by)));
            mustBeAbout(noted, sent);
            AnsweredTask task =
                    new AnsweredTask(values(noted), new TaskAnswer(listener.getElementInstanceKey(), colleague));
            T answer = forms.read(sent, form);
            if (lacksTheTick(answer, sent)) refuse(task, answer, use);
            Map<String, Object> learned = new HashMap<>(use.apply(task, answer));
            learned.put(refused, null);
            if (isForgotten(form) && sent.get(refused) != null)
                FormAnswers.fields(form).forEach(name -> learned.putIfAbsent(name, null));
            subjects.settle(listener, noted);
            return learned;
        } catch (NothingNotedException unknown) {
            throw subjects.await(listener, unknown.name(), noted, by);
        } catch (NotAllowedException notTheirs) {
            subjects.settle(listener, noted);
            refusals.record(listener, first(noted), by, notTheirs.getMessage());
            mustComeAgain(listener, refused, noted, OF_BEFORE.formatted(NOT_THEIRS));
            return comesAgain(refused, form);
        } catch (BreaksRules | Frozen | NotPossibleNow | Taken doesNotStand) {
            subjects.settle(listener, noted);
            mustComeAgain(
                    listener,
                    refused,
                    noted,
                    doesNotStand instanceof OnPageException onPage
                            ? onPage.ofBefore()
                            : OF_BEFORE.formatted(doesNotStand.getMessage()));
            Map<String, Object> learned = new HashMap<>();
            learned.put(refused, doesNotStand.getMessage());
            if (isForgotten(form)) {
                boolean comesBack = noted.values().stream().map(Noted::subject).noneMatch(limited::isLimited);
                FormAnswers.fields(form).forEach(name -> learned.put(name, comesBack ? sent.get(name) : null));
            }
            return learned;
        }
    }

    /** Like {@link #take}, if the process learns only whether the answer was accepted. */
    public <T extends Record> Map<String, Object> keep(
            ActivatedJob listener, String refused, Class<T> form, BiConsumer<AnsweredTask, T> use) {
        return take(listener, refused, form, (task, answer) -> {
            use.accept(task, answer);
            return Map.of();
        });
    }

    /** A task that was open before its form had the box cannot have it ticked: the variable does not exist. */
    private static boolean lacksTheTick(Record answer, Map<String, Object> sent) {
        return answer instanceof Irreversible choice
                && choice.cannotBeUndone()
                && sent.containsKey(UNDERSTOOD)
                && !Boolean.TRUE.equals(choice.understood());
    }

    /**
     * Tries the answer and rolls it back, so that a person whose task it is not is refused for that reason, as always.
     */
    private <T extends Record> void refuse(
            AnsweredTask task, T answer, BiFunction<AnsweredTask, T, Map<String, ?>> use) {
        transactions.executeWithoutResult(tried -> {
            tried.setRollbackOnly();
            use.apply(task, answer);
        });
        throw new BreaksRules(Irreversible.NOT_UNDERSTOOD + " Nothing was changed.");
    }

    private static void mustBeAbout(Map<String, Noted> noted, Map<String, Object> sent) {
        List<String> others = noted.values().stream()
                .map(Noted::subject)
                .filter(subject -> sent.containsKey(subject.name())
                        && !subject.value().equals(String.valueOf(sent.get(subject.name()))))
                .map(subject ->
                        "%s %s instead of %s".formatted(subject.name(), sent.get(subject.name()), subject.value()))
                .toList();
        if (!others.isEmpty()) throw new NotAllowedException("The answer was sent for " + String.join(", ", others));
    }

    /**
     * The model of a task from before subjects were recorded has no way back to it, so it stops here, and Operate shows
     * why.
     */
    private void mustComeAgain(ActivatedJob listener, String refused, Map<String, Noted> noted, String otherwise) {
        if (SubjectsOfTasks.mayBeFromBefore(noted)
                || !CAME_AGAIN_BEFORE.contains(refused)
                        && subjects.wasCalledFromBefore(listener.getProcessInstanceKey()))
            throw new CannotSucceedException(otherwise);
    }

    private static boolean isForgotten(Class<? extends Record> form) {
        return ForgottenAnswer.class.isAssignableFrom(form);
    }

    private static <T extends Record> Map<String, Object> comesAgain(String refused, Class<T> form) {
        Map<String, Object> learned = new HashMap<>();
        FormAnswers.fields(form).forEach(name -> learned.put(name, null));
        learned.put(refused, NOT_THEIRS);
        return learned;
    }

    private static TaskSubject first(Map<String, Noted> noted) {
        return noted.values().stream()
                .findFirst()
                .map(Noted::subject)
                .orElse(new TaskSubject("task", "", "task/unknown", null));
    }

    private static Map<String, String> values(Map<String, Noted> noted) {
        return noted.values().stream()
                .map(Noted::subject)
                .collect(Collectors.toMap(TaskSubject::name, TaskSubject::value));
    }
}
