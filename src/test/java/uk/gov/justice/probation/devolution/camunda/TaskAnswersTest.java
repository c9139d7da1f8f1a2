package uk.gov.justice.probation.devolution.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.gov.justice.probation.devolution.camunda.TasksOfBefore.Waiting;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Colleagues;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

@DomainTest
@Import({PageCompletions.class, RefusedAnswers.class, TasksOfBefore.class, TaskAnswersTest.ThingsToChoose.class})
abstract class TaskAnswersTest {
    private static final long PROCESS = 70;
    private static final Colleague HR = new Colleague("hr-nw", Set.of("hr-nw"));
    private static final Colleague OWNER = new Colleague("psc-service-owner", Set.of("psc-service-owner"));

    record Closing(String what, Boolean understood) implements Irreversible {

        @Override
        public boolean cannotBeUndone() {
            return "CLOSE".equals(what);
        }
    }

    record Form(Boolean done, Integer number, LocalDate on, String text) {}

    record Entered(String word) implements ForgottenAnswer {}

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskSubjects subjects;

    @Autowired
    TasksOfBefore tasksOfBefore;

    @Autowired
    ThingsToChoose things;

    @Autowired
    Colleagues colleagues;

    @Autowired
    RefusedAnswers refusals;

    @Autowired
    PageCompletions onPages;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ObjectMapper json;

    /**
     * Asks which thing a task is about if only something else about it is known, and offers the open things; the test
     * sets which process called which.
     */
    static class ThingsToChoose implements SubjectsToChoose, CallingProcesses {
        final Map<Long, Long> callers = new HashMap<>();
        final List<Integer> open = new ArrayList<>();

        @Override
        public Optional<Question> about(TaskOfBefore task) {
            return task.asksFor("thingId", "otherId")
                    ? Optional.of(new Question("A thing", task.known().about(), "Which?", Role.HR))
                    : Optional.empty();
        }

        @Override
        public List<Choice> choices(TaskOfBefore task, Colleague by) {
            return open.stream()
                    .map(id -> new Choice(new TaskSubject("thingId", id, "thing/" + id, "NW"), "The thing " + id))
                    .toList();
        }

        @Override
        public Optional<Long> callerOf(long processInstanceKey) {
            return Optional.ofNullable(callers.get(processInstanceKey));
        }
    }

    private final List<String> kept = new ArrayList<>();
    private Integer waiting;
    private String completedBy = "hr-nw";
    private boolean limited;
    private TaskAnswers answers;

    @BeforeEach
    void aTaskThatIsAboutTheTwelfth() {
        things.callers.clear();
        things.open.clear();
        subjects.note(PROCESS, new TaskSubject("thingId", 12, "thing/12", "NW"));
        answers = new TaskAnswers(
                (instance, element, task) -> completedBy,
                onPages,
                new FormAnswers(json),
                new SubjectsOfTasks(subjects, things, List.of(this::waiting), tasksOfBefore),
                colleagues,
                refusals,
                subject -> limited,
                transactions);
    }

    @Test
    void anAnswerIsKeptForWhatWasNotedAndNothingButTheFormIsRead() {
        Map<String, Object> learned = answer(
                1, Map.of("done", true, "number", 3, "on", "2026-11-23", "text", "", "otherId", 99, "refused", "no"));

        assertThat(kept).containsExactly("12 Form[done=true, number=3, on=2026-11-23, text=null] by hr-nw");
        assertThat(learned).containsEntry("refused", null).hasSize(1);
    }

    @Test
    void whoDidATaskOnOurPageHasCompletedItUnlessTheEngineNamesSomebodyElse() {
        ask(1, "hr-nw");
        completedBy = "psc-service-owner";
        answer(1, Map.of("done", true));
        ask(2, "hr-nw");
        completedBy = CompletedUserTasks.NOBODY;
        answer(2, Map.of("done", true));
        ask(3, "hr-nw");
        onPages.accepted(new TaskCompletion(3, 1003, "hr-nw", Map.of()));
        completedBy = "psc-service-owner";
        answer(3, Map.of("done", true));

        assertThat(kept)
                .extracting(answer -> answer.substring(answer.lastIndexOf(' ') + 1))
                .containsExactly("psc-service-owner", "hr-nw", "hr-nw");
    }

    private void ask(long task, String by) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        transaction -> onPages.ask(new OpenUserTask(task, 1000 + task, "", null), by, Map.of()));
    }

    @Test
    void whatNamesAnotherSubjectIsRefusedAuditedAndComesAgainEmptyEachTimeItIsDelivered() {
        for (int delivery = 0; delivery < 2; delivery++) {
            Map<String, Object> learned = answer(1, Map.of("thingId", 13, "done", true));
            assertThat(learned)
                    .containsEntry("done", null)
                    .extractingByKey("refused")
                    .asString()
                    .startsWith("The last answer was not kept");
        }
        assertThat(kept).isEmpty();
        assertThat(audited()).containsExactly("TASK_ANSWER_REFUSED by hr-nw");
    }

    @Test
    void anIdentifierOfAnyLengthAndKindIsRefused() {
        for (Object other : List.of("x".repeat(1_000_000), List.of(12), Map.of("id", 12), true, 12.5, "12 ")) {
            assertThat(answer(audited().size() + 1, Map.of("thingId", other)))
                    .extractingByKey("refused")
                    .isNotNull();
        }
        assertThat(kept).isEmpty();
        assertThat(audited()).hasSize(6);
    }

    @Test
    void whoIsNotKnownIsRefusedAndAfterThreeRefusalsTheManagerIsToldOnce() {
        for (String nobody : List.of("stranger", "unassigned", "finance-everyone", "x".repeat(100))) {
            completedBy = nobody;
            answer(nobody.hashCode(), Map.of("done", true));
        }
        assertThat(kept).isEmpty();
        assertThat(jdbc.sql("SELECT to_group FROM notification")
                        .query(String.class)
                        .list())
                .containsExactly("head-of-operations-nw");
    }

    @Test
    void whatTheFormCannotHoldIsRefusedByTheNameOfItsField() {
        assertThat(answer(1, Map.of("number", "many")))
                .extractingByKey("refused")
                .asString()
                .contains("'number'");
        assertThat(answer(2, Map.of("on", "30/12/2026")))
                .extractingByKey("refused")
                .asString()
                .contains("'on'");
        assertThat(answer(3, Map.of("done", Map.of("a", 1))))
                .extractingByKey("refused")
                .asString()
                .contains("'done'");
        assertThat(kept).isEmpty();
        assertThat(audited()).as("a mistake is no attempt").isEmpty();
    }

    @Test
    void aTaskOfBeforeThatCannotComeAgainStopsHoweverOftenItIsTried() {
        given.allTasksAbout().fromBefore().save();
        for (int delivery = 0; delivery < 2; delivery++) {
            assertThatThrownBy(() -> answer(1, Map.of("thingId", 13)))
                    .isInstanceOf(CannotSucceedException.class)
                    .hasMessageContaining("bring it back in Operate");
        }
    }

    @Test
    void aCalledProcessOfBeforeIsAboutWhatIsNotedOfWhoCalledItAndOfNothingThatIsSent() {
        given.allTasksAbout().of(50).save();
        things.callers.put(PROCESS, 50L);

        answer(1, Map.of("done", true));
        assertThat(kept).containsExactly("12 Form[done=true, number=null, on=null, text=null] by hr-nw");
        assertThatThrownBy(() -> answer(2, Map.of("thingId", 13)))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("bring it back in Operate");
        assertThat(kept).hasSize(1);
    }

    @Test
    void aCalledProcessOfBeforeCannotComeAgainWhateverAStepOfItNotedSince() {
        given.aTaskAbout(50, "otherId", "5", "other/5").fromBefore().save();
        things.callers.putAll(Map.of(PROCESS, 60L, 60L, 50L));

        for (int delivery = 0; delivery < 2; delivery++) {
            assertThatThrownBy(() -> answer(1, Map.of("thingId", 13)))
                    .isInstanceOf(CannotSucceedException.class)
                    .hasMessageContaining("cannot come again by itself");
        }
        assertThatThrownBy(() -> answer(2, Map.of("number", "many")))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("bring it back in Operate");
        answer(3, Map.of("done", true));
        assertThat(kept).hasSize(1);
    }

    @Test
    void aCalledTaskOfBeforeWhoseModelHadAWayBackComesAgain() {
        given.aTaskAbout(50, "otherId", "5", "other/5").fromBefore().save();
        things.callers.put(PROCESS, 50L);

        assertThat(answers.keep(
                        listener(1, Map.of("number", "many")), "outcomeRefused", Form.class, (task, form) -> {}))
                .extractingByKey("outcomeRefused")
                .asString()
                .contains("'number'");
    }

    @Test
    void aTaskOfBeforeThatIsAnsweredOnAPageSaysWhereAndHowItGoesOn() {
        given.allTasksAbout().fromBefore().save();

        assertThatThrownBy(() -> answers.keep(listener(1, Map.of()), "refused", Form.class, (task, form) -> {
                    throw new OnPageException(
                            "Answer on our page, then complete this task again.",
                            "Answer at http://console/12, then retry.");
                }))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessage("Answer at http://console/12, then retry.");
    }

    @Test
    void aCalledProcessOfBeforeIsAboutTheOneThingThatWaitsWhereItsVariablesSayTheSame() {
        given.allTasksAbout().of(50).named("otherId").save();
        things.callers.put(PROCESS, 50L);
        waiting = 30;

        assertThatThrownBy(() -> answer(3, Map.of("thingId", 31))).isInstanceOf(NotSaidYetException.class);
        assertThatThrownBy(() -> answer(4, Map.of())).isInstanceOf(NotSaidYetException.class);
        answer(1, Map.of("thingId", 30, "done", true));
        waiting = null;
        answer(1, Map.of("thingId", 30, "done", true));
        assertThat(kept)
                .as("delivered twice, though nothing waits any more")
                .hasSize(2)
                .allMatch(each -> each.startsWith("30 "));
        assertThatThrownBy(() -> answer(2, Map.of("thingId", 31)))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("cannot come again");
    }

    @Test
    void whereNothingWasNotedNothingIsBelieved() {
        given.allTasksAbout().delete();
        assertThatThrownBy(() -> answer(1, Map.of("thingId", 12)))
                .isInstanceOf(NotSaidYetException.class)
                .hasMessageContaining("/tasks-of-before/1001");
        assertThat(kept).isEmpty();
        Waiting unknown = tasksOfBefore.of(OWNER).getFirst();
        assertThat(unknown.question())
                .as("only who runs Operate can do something about it")
                .isNull();
        assertThat(tasksOfBefore.choices(unknown, OWNER)).isEmpty();
        assertThat(tasksOfBefore.of(HR)).isEmpty();
        assertThat(told()).containsExactly("psc-service-owner");
    }

    @Test
    void anAnswerWaitsUntilSomebodyWhoseWorkItIsHasSaidWhatItIsAbout() {
        someThingsOfAKnownProcess();

        for (int delivery = 0; delivery < 3; delivery++) waits(1, Map.of("done", true));
        assertThat(kept).isEmpty();
        assertThat(told()).as("told once").containsExactly("hr-nw");
        assertThat(tasksOfBefore.number()).isOne();
        tasksOfBefore.say(1001, "30", HR);
        assertThat(tasksOfBefore.number()).isZero();

        assertThat(answer(1, Map.of("done", true))).containsEntry("refused", null);
        assertThat(answer(1, Map.of("done", true))).as("delivered again").containsEntry("refused", null);
        assertThat(kept).hasSize(2).allMatch(each -> each.startsWith("30 "));
        assertThat(jdbc.sql("SELECT CONCAT(action, ' ', subject, ' by ', actor) FROM audit_entry")
                        .query(String.class)
                        .list())
                .containsExactly("TASK_OF_BEFORE_SAID thing/30 by hr-nw");
    }

    @Test
    void whatIsSaidIsNeverTakenFromWhatWasSentAndWhatWasSentForSomethingElseIsRefused() {
        someThingsOfAKnownProcess();

        waits(1, Map.of("thingId", 31, "otherId", 5, "done", true));
        tasksOfBefore.say(1001, "30", HR);
        assertThatThrownBy(() -> answer(1, Map.of("thingId", 31, "done", true)))
                .isInstanceOf(CannotSucceedException.class)
                .hasMessageContaining("bring it back in Operate");
        assertThat(kept).isEmpty();
        assertThat(jdbc.sql("SELECT subject FROM audit_entry WHERE action = 'TASK_ANSWER_REFUSED'")
                        .query(String.class)
                        .list())
                .containsExactly("thing/30");
        waits(2, Map.of("thingId", 30));
        assertThat(choices(1002)).as("its task is open again, or will be").containsExactly("30", "31");
    }

    @Test
    void itIsSaidOnceByWhoseWorkItIsInItsRegionAndOfOneTaskOnly() {
        someThingsOfAKnownProcess();
        waits(1, Map.of());
        waits(2, Map.of());

        for (Colleague other : List.of(
                new Colleague("hr-gm", Set.of("hr-gm")),
                new Colleague("rpd-nw", Set.of("rpd-nw")),
                new Colleague("P0001", Set.of()))) {
            assertThat(tasksOfBefore.of(other)).isEmpty();
            assertThatThrownBy(() -> tasksOfBefore.say(1001, "30", other)).isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> tasksOfBefore.find(1001, new Colleague("hr-gm", Set.of("hr-gm"))))
                .isInstanceOf(NotAllowedException.class);
        for (String none : List.of("", "12", "30 ", "thing/30"))
            assertThatThrownBy(() -> tasksOfBefore.say(1001, none, HR)).isInstanceOf(NotPossibleNow.class);
        assertThatThrownBy(() -> tasksOfBefore.say(99, "30", HR)).isInstanceOf(NotPossibleNow.class);

        tasksOfBefore.say(1001, "30", HR);
        assertThatThrownBy(() -> tasksOfBefore.say(1001, "31", HR))
                .isInstanceOf(NotPossibleNow.class)
                .hasMessageContaining("already");
        assertThat(choices(1002)).containsExactly("31");
        assertThatThrownBy(() -> tasksOfBefore.say(1002, "30", HR)).isInstanceOf(NotPossibleNow.class);
        assertThat(jdbc.sql("SELECT CONCAT(instance_key, ' ', value) FROM task_subject WHERE name = 'thingId'")
                        .query(String.class)
                        .list())
                .containsExactly("1001 30");
    }

    @Test
    void twoWhoSayTheSameOfTwoTasksInTheSameMomentAreNotBothBelieved() throws Exception {
        someThingsOfAKnownProcess();
        waits(1, Map.of());
        waits(2, Map.of());

        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> said = two.invokeAll(Stream.of(1001L, 1002L)
                    .<Callable<Boolean>>map(key -> () -> {
                        try {
                            tasksOfBefore.say(key, "30", HR);
                            return true;
                        } catch (NotPossibleNow another) {
                            return false;
                        }
                    })
                    .toList());
            assertThat(said).extracting(Future::get).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void whatTheEngineAsksNoMoreForADayIsListedNoMore() {
        someThingsOfAKnownProcess();
        waits(1, Map.of());
        tasksOfBefore.say(1001, "30", HR);
        given.answeredHoursBefore(25);

        waits(2, Map.of());
        assertThat(tasksOfBefore.of(OWNER))
                .singleElement()
                .extracting(waiting -> waiting.task().key())
                .isEqualTo(1002L);
        assertThat(choices(1002))
                .as("what was said of the one that was cancelled is free")
                .containsExactly("30", "31");
    }

    /** The subject of the nearest calling process is known, two calls up. */
    private void someThingsOfAKnownProcess() {
        given.allTasksAbout().delete();
        subjects.note(50, new TaskSubject("otherId", 5, "other/5", "NW"));
        things.callers.putAll(Map.of(PROCESS, 60L, 60L, 50L));
        things.open.addAll(List.of(30, 31));
    }

    private void waits(long task, Map<String, Object> sent) {
        assertThatThrownBy(() -> answer(task, sent))
                .isInstanceOf(NotSaidYetException.class)
                .hasMessageContaining("Task_Thing")
                .hasMessageContaining("/tasks-of-before/" + (1000 + task));
    }

    private List<String> choices(long key) {
        return tasksOfBefore.choices(tasksOfBefore.find(key, HR).orElseThrow(), HR).stream()
                .map(choice -> choice.subject().value())
                .toList();
    }

    private List<String> told() {
        return jdbc.sql("SELECT to_group FROM notification ORDER BY id")
                .query(String.class)
                .list();
    }

    @Test
    void aSubjectIsNotedOnceAndNeverChanged() {
        subjects.note(PROCESS, new TaskSubject("thingId", 12, "thing/12", "NW"));
        assertThatThrownBy(() -> subjects.note(PROCESS, new TaskSubject("thingId", 13, "thing/13", "NW")))
                .isInstanceOf(CannotSucceedException.class);
    }

    @Test
    void aRefusalOfTheUseCaseIsAudited() {
        Map<String, Object> learned = answers.keep(listener(1, Map.of()), "refused", Form.class, (task, form) -> {
            throw new NotAllowedException("Only others can");
        });
        assertThat(learned).extractingByKey("refused").isNotNull();
        assertThat(audited()).hasSize(1);
    }

    /** Whatever is sent about it. */
    @Test
    void whatWasEnteredComesBackUnlessTheCaseIsLimited() {
        assertThat(refused(1, true))
                .containsEntry("word", "Entered")
                .extractingByKey("refused")
                .isEqualTo("Not that.");
        limited = true;
        assertThat(refused(2, false))
                .containsEntry("word", null)
                .extractingByKey("refused")
                .isEqualTo("Not that.");
    }

    /** For a process that began with an earlier model the answer itself decides. */
    @Test
    void whatTheProcessGoesByIsNotForgottenWhenATaskCameAgain() {
        assertThat(answers.take(
                        listener(1, Map.of("word", "Entered", "refused", "Not that.")),
                        "refused",
                        Entered.class,
                        (task, form) -> Map.of("word", "Given")))
                .containsEntry("word", "Given");
        assertThat(answers.take(
                        listener(2, Map.of("word", "Entered", "refused", "Not that.")),
                        "refused",
                        Entered.class,
                        (task, form) -> Map.of()))
                .containsEntry("word", null);
    }

    private Map<String, Object> refused(long task, boolean sentAsLimited) {
        return answers.keep(
                listener(task, Map.of("word", "Entered", "limited", sentAsLimited)),
                "refused",
                Entered.class,
                (answered, form) -> {
                    throw new BreaksRules("Not that.");
                });
    }

    @Test
    void whatCannotBeUndoneIsKeptOnlyWithTheTick() {
        assertThat(close(1, "CLOSE", false))
                .extractingByKey("refused")
                .asString()
                .startsWith("Tick that you have read what will happen");
        assertThat(close(2, "CLOSE", null)).extractingByKey("refused").isNotNull();
        assertThat(audited()).as("a mistake is no attempt").isEmpty();
        assertThat(close(3, "CLOSE", true)).containsEntry("refused", null);
        assertThat(close(4, "LEAVE", false))
                .as("what is harmless needs no tick")
                .containsEntry("refused", null);
    }

    @Test
    void whoMayNotAnswerIsRefusedForThatAlsoWithoutTheTick() {
        Map<String, Object> learned =
                answers.keep(listener(1, closing("CLOSE", false)), "refused", Closing.class, (task, form) -> {
                    throw new NotAllowedException("Only others can");
                });

        assertThat(learned)
                .containsEntry("what", null)
                .extractingByKey("refused")
                .asString()
                .startsWith("The last answer was not kept");
        assertThat(audited()).containsExactly("TASK_ANSWER_REFUSED by hr-nw");
    }

    @Test
    void aTaskThatWasOpenBeforeItsFormHadTheBoxIsNotAskedForTheTick() {
        assertThat(answers.keep(listener(1, Map.of("what", "CLOSE")), "refused", Closing.class, (task, form) -> {}))
                .containsEntry("refused", null);
    }

    private Optional<TaskSubject> waiting(String process, TaskSubject caller) {
        assertThat(process).isEqualTo("thing-process");
        return Optional.ofNullable(waiting)
                .map(id -> new TaskSubject("thingId", id, "thing/" + id, caller.regionCode()));
    }

    private Map<String, Object> close(long task, String what, Boolean understood) {
        return answers.keep(
                listener(task, closing(what, understood)), "refused", Closing.class, (answered, form) -> {});
    }

    private static Map<String, Object> closing(String what, Boolean understood) {
        Map<String, Object> sent = new HashMap<>();
        sent.put("what", what);
        sent.put("understood", understood);
        return sent;
    }

    private Map<String, Object> answer(long task, Map<String, Object> sent) {
        return answers.keep(
                listener(task, sent),
                "refused",
                Form.class,
                (answered, form) -> kept.add(answered.id("thingId") + " " + form + " by "
                        + answered.answer().by()));
    }

    private static ActivatedJob listener(long task, Map<String, Object> sent) {
        ActivatedJob job = mock(ActivatedJob.class);
        when(job.getProcessInstanceKey()).thenReturn(PROCESS);
        when(job.getBpmnProcessId()).thenReturn("thing-process");
        when(job.getElementInstanceKey()).thenReturn(1000 + task);
        when(job.getElementId()).thenReturn("Task_Thing");
        when(job.getVariablesAsMap()).thenReturn(sent);
        return job;
    }

    private List<String> audited() {
        return jdbc.sql("SELECT CONCAT(action, ' by ', actor) FROM audit_entry WHERE subject = 'thing/12' ORDER BY id")
                .query(String.class)
                .list();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class TaskAnswersOnMariaDbTest extends TaskAnswersTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class TaskAnswersOnMySqlTest extends TaskAnswersTest {}
