package uk.gov.justice.probation.devolution.camunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * Takes the answers of user tasks when they end. What the task is about is what we noted when it began; of the variables only the fields of its form are read; who completed it is
 * asked of the task list. An answer that is refused is not kept: a variable says why, and a gateway of the model brings the task again for its group (ADR 0048).
 */
@Component
public class TaskAnswers {
  /** The called models from before subjects were noted that had a way back to their task, by what refuses it. */
  private static final Set<String> CAME_AGAIN_BEFORE = Set.of("assessmentRefused", "projectRefused", "outcomeRefused", "breachRefused", "rankingRefused", "panelRefused");
  private static final String OF_BEFORE = "%s This task was opened before the present release and cannot come again by itself: bring it back in Operate "
      + "(modify the process instance: add the task again, cancel this one), so that it is answered by whose it is.";
  private static final String NOT_THEIRS = "The last answer was not kept: it did not come from somebody whose task this is, or it was about something else. Nothing was changed. Please answer again.";
  private static final String UNDERSTOOD = "understood";

  private final CompletedUserTasks completed;
  private final CallingProcesses callers;
  private final List<SubjectsOfBefore> ofBefore;
  private final TasksOfBefore tasksOfBefore;
  private final TaskSubjects subjects;
  private final Colleagues colleagues;
  private final RefusedAnswers refusals;
  private final LimitedSubjects limited;
  private final TransactionTemplate transactions;
  private final ObjectMapper json;

  TaskAnswers(CompletedUserTasks completed, CallingProcesses callers, List<SubjectsOfBefore> ofBefore, TasksOfBefore tasksOfBefore, TaskSubjects subjects, Colleagues colleagues,
      RefusedAnswers refusals, LimitedSubjects limited, PlatformTransactionManager transactions, ObjectMapper json) {
    this.completed = completed;
    this.callers = callers;
    this.ofBefore = ofBefore;
    this.tasksOfBefore = tasksOfBefore;
    this.subjects = subjects;
    this.colleagues = colleagues;
    this.refusals = refusals;
    this.limited = limited;
    this.transactions = new TransactionTemplate(transactions);
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /**
   * Takes an answer, or says why not.
   *
   * @param refused the variable that says why an answer was not taken, and is null if it was; the model's gateway looks at it
   * @param form a record with the fields of the form: nothing else is read
   * @param use keeps the answer and gives what the process learns of it
   * @return the variables of the process
   * @throws NotSaidYetException while nobody has said what a task from an earlier release is about
   * @throws CompletedUserTasks.NotYetKnownException while the task list has not caught up: try again
   */
  public <T extends Record> Map<String, Object> take(ActivatedJob listener, String refused, Class<T> form, BiFunction<AnsweredTask, T, Map<String, ?>> use) {
    Map<String, Noted> noted = noted(listener);
    if (refusals.isRefused(listener)) {
      mustComeAgain(listener, refused, noted, OF_BEFORE.formatted(NOT_THEIRS));
      return comesAgain(refused, form);
    }
    String by = completed.completedBy(listener.getProcessInstanceKey(), listener.getElementId(), listener.getElementInstanceKey());
    Map<String, Object> sent = listener.getVariablesAsMap();
    try {
      Colleague colleague = colleagues.named(by).orElseThrow(() -> new NotAllowedException("Nobody here signs in as '%s'".formatted(by)));
      mustBeAbout(noted, sent);
      AnsweredTask task = new AnsweredTask(values(noted), new TaskAnswer(listener.getElementInstanceKey(), colleague));
      T answer = read(sent, form);
      if (lacksTheTick(answer, sent)) refuse(task, answer, use);
      Map<String, Object> learned = new HashMap<>(use.apply(task, answer));
      learned.put(refused, null);
      if (isForgotten(form) && sent.get(refused) != null) fields(form).forEach(name -> learned.putIfAbsent(name, null));
      settle(listener, noted);
      return learned;
    } catch (NothingNotedException unknown) {
      throw tasksOfBefore.await(listener, unknown.name(), noted, by);
    } catch (NotAllowedException notTheirs) {
      settle(listener, noted);
      refusals.record(listener, first(noted), by, notTheirs.getMessage());
      mustComeAgain(listener, refused, noted, OF_BEFORE.formatted(NOT_THEIRS));
      return comesAgain(refused, form);
    } catch (BreaksRules | Frozen | NotPossibleNow | Taken doesNotStand) {
      settle(listener, noted);
      mustComeAgain(listener, refused, noted, doesNotStand instanceof OnPageException onPage ? onPage.ofBefore() : OF_BEFORE.formatted(doesNotStand.getMessage()));
      Map<String, Object> learned = new HashMap<>();
      learned.put(refused, doesNotStand.getMessage());
      if (isForgotten(form)) {
        boolean comesBack = noted.values().stream().map(Noted::subject).noneMatch(limited::isLimited);
        fields(form).forEach(name -> learned.put(name, comesBack ? sent.get(name) : null));
      }
      return learned;
    }
  }

  /** As {@link #take}, if the process learns nothing but whether the answer was taken. */
  public <T extends Record> Map<String, Object> keep(ActivatedJob listener, String refused, Class<T> form, BiConsumer<AnsweredTask, T> use) {
    return take(listener, refused, form, (task, answer) -> {
      use.accept(task, answer);
      return Map.of();
    });
  }

  /** A task that was open before its form had the box cannot have it ticked: nothing of that name is there. */
  private static boolean lacksTheTick(Record answer, Map<String, Object> sent) {
    return answer instanceof Irreversible choice && choice.cannotBeUndone() && sent.containsKey(UNDERSTOOD) && !Boolean.TRUE.equals(choice.understood());
  }

  /** Tries the answer and takes it back, so that somebody whose task it is not is refused for that, as always. */
  private <T extends Record> void refuse(AnsweredTask task, T answer, BiFunction<AnsweredTask, T, Map<String, ?>> use) {
    transactions.executeWithoutResult(tried -> {
      tried.setRollbackOnly();
      use.apply(task, answer);
    });
    throw new AnswerRefusedException(Irreversible.NOT_UNDERSTOOD + " Nothing was changed.");
  }

  /**
   * A called process that began before subjects were noted is about what our database holds for the process that called it, and about the one session or enforcement of it that waits.
   * That one is believed if the variables say the same, and noted, since it no longer waits once its answer is kept. For every other task from an earlier release somebody names the subject on our page.
   */
  private Map<String, Noted> noted(ActivatedJob listener) {
    Map<String, Noted> noted = subjects.of(listener.getProcessInstanceKey(), listener.getElementInstanceKey());
    if (mayBeFromBefore(noted)) tasksOfBefore.mustBeSaid(listener);
    if (!noted.isEmpty()) return noted;
    Map<String, Noted> ofCaller = callers.callerOf(listener.getProcessInstanceKey()).map(subjects::ofCaller).orElse(noted);
    Map<String, Object> sent = listener.getVariablesAsMap();
    List<TaskSubject> waiting = ofCaller.values().stream().flatMap(caller -> ofBefore.stream().flatMap(known -> known.theOneThatWaits(listener.getBpmnProcessId(), caller.subject()).stream()))
        .filter(one -> one.value().equals(String.valueOf(sent.get(one.name())))).toList();
    waiting.forEach(one -> ofCaller.put(one.name(), subjects.noteOfBefore(listener.getProcessInstanceKey(), one)));
    return ofCaller;
  }

  private static void mustBeAbout(Map<String, Noted> noted, Map<String, Object> sent) {
    List<String> others = noted.values().stream().map(Noted::subject)
        .filter(subject -> sent.containsKey(subject.name()) && !subject.value().equals(String.valueOf(sent.get(subject.name()))))
        .map(subject -> "%s %s instead of %s".formatted(subject.name(), sent.get(subject.name()), subject.value()))
        .toList();
    if (!others.isEmpty()) throw new NotAllowedException("The answer was sent for " + String.join(", ", others));
  }

  private <T extends Record> T read(Map<String, Object> sent, Class<T> form) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields(form).filter(sent::containsKey).forEach(name -> fields.put(name, "".equals(sent.get(name)) ? null : sent.get(name)));
    try {
      return json.treeToValue(json.valueToTree(fields), form);
    } catch (JsonProcessingException wrong) {
      String field = wrong instanceof JsonMappingException mapping ? mapping.getPath().stream().map(step -> String.valueOf(step.getFieldName())).collect(Collectors.joining(".")) : "";
      throw new AnswerRefusedException("The answer could not be read%s. Fill in the form again.".formatted(field.isEmpty() ? "" : " at '" + field + "'"));
    }
  }

  /** If the task began before subjects were noted, its model has no way back to it: it stops here, and whoever watches in Operate sees why. */
  private void mustComeAgain(ActivatedJob listener, String refused, Map<String, Noted> noted, String otherwise) {
    if (mayBeFromBefore(noted) || !CAME_AGAIN_BEFORE.contains(refused) && wasCalledFromBefore(listener.getProcessInstanceKey())) throw new CannotSucceedException(otherwise);
  }

  /** The engine calls the model that was deployed with the caller's; what the called one is about may have been noted by a later step of it all the same. */
  private boolean wasCalledFromBefore(long processInstanceKey) {
    return callers.callerOf(processInstanceKey).filter(caller -> isFromBefore(subjects.of(caller, caller)) || wasCalledFromBefore(caller)).isPresent();
  }

  private void settle(ActivatedJob listener, Map<String, Noted> noted) {
    if (mayBeFromBefore(noted)) tasksOfBefore.isSettled(listener.getElementInstanceKey());
  }

  /** Also true if nothing is noted: something is noted of every task that begins now. */
  private static boolean mayBeFromBefore(Map<String, Noted> noted) {
    return noted.isEmpty() || isFromBefore(noted);
  }

  private static boolean isFromBefore(Map<String, Noted> noted) {
    return noted.values().stream().anyMatch(Noted::fromBefore);
  }

  private static boolean isForgotten(Class<? extends Record> form) {
    return ForgottenAnswer.class.isAssignableFrom(form);
  }

  private static <T extends Record> Map<String, Object> comesAgain(String refused, Class<T> form) {
    Map<String, Object> learned = new HashMap<>();
    fields(form).forEach(name -> learned.put(name, null));
    learned.put(refused, NOT_THEIRS);
    return learned;
  }

  private static TaskSubject first(Map<String, Noted> noted) {
    return noted.values().stream().findFirst().map(Noted::subject).orElse(new TaskSubject("task", "", "task/unknown", null));
  }

  private static Map<String, String> values(Map<String, Noted> noted) {
    return noted.values().stream().map(Noted::subject).collect(Collectors.toMap(TaskSubject::name, TaskSubject::value));
  }

  private static Stream<String> fields(Class<? extends Record> form) {
    return Arrays.stream(form.getRecordComponents()).map(RecordComponent::getName);
  }
}
