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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.security.Colleagues;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

@DomainTest
@Import(RefusedAnswers.class)
abstract class TaskAnswersTest {
  private static final long PROCESS = 70;

  record Closing(String what, Boolean understood) implements Irreversible {

    @Override
    public boolean cannotBeUndone() {
      return "CLOSE".equals(what);
    }
  }

  record Form(Boolean done, Integer number, LocalDate on, String text) {}

  record Entered(String word) implements ForgottenAnswer {}

  @Autowired JdbcClient jdbc;
  @Autowired TaskSubjects subjects;
  @Autowired Colleagues colleagues;
  @Autowired RefusedAnswers refusals;
  @Autowired PlatformTransactionManager transactions;
  @Autowired ObjectMapper json;

  private final List<String> kept = new ArrayList<>();
  private final Map<Long, Long> callers = new HashMap<>();
  private Integer waiting;
  private String completedBy = "hr-nw";
  private boolean limited;
  private TaskAnswers answers;

  @BeforeEach
  void aTaskThatIsAboutTheTwelfth() {
    subjects.note(PROCESS, new TaskSubject("thingId", 12, "thing/12", "NW"));
    answers = new TaskAnswers((instance, element, task) -> completedBy, instance -> Optional.ofNullable(callers.get(instance)), List.of(this::waiting), subjects, colleagues, refusals, subject -> limited, transactions, json);
  }

  @Test
  void anAnswerIsKeptForWhatWasNotedAndNothingButTheFormIsRead() {
    Map<String, Object> learned = answer(1, Map.of("done", true, "number", 3, "on", "2026-11-23", "text", "", "otherId", 99, "refused", "no"));

    assertThat(kept).containsExactly("12 Form[done=true, number=3, on=2026-11-23, text=null] by hr-nw");
    assertThat(learned).containsEntry("refused", null).hasSize(1);
  }

  @Test
  void whatNamesAnotherSubjectIsRefusedAuditedAndComesAgainEmptyEachTimeItIsDelivered() {
    for (int delivery = 0; delivery < 2; delivery++) {
      Map<String, Object> learned = answer(1, Map.of("thingId", 13, "done", true));
      assertThat(learned).containsEntry("done", null).extractingByKey("refused").asString().startsWith("The last answer was not kept");
    }
    assertThat(kept).isEmpty();
    assertThat(audited()).containsExactly("TASK_ANSWER_REFUSED by hr-nw");
  }

  @Test
  void anIdentifierOfAnyLengthAndKindIsRefused() {
    for (Object other : List.of("x".repeat(1_000_000), List.of(12), Map.of("id", 12), true, 12.5, "12 ")) {
      assertThat(answer(audited().size() + 1, Map.of("thingId", other))).extractingByKey("refused").isNotNull();
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
    assertThat(jdbc.sql("SELECT to_group FROM notification").query(String.class).list()).containsExactly("head-of-operations-nw");
  }

  @Test
  void whatTheFormCannotHoldIsRefusedByTheNameOfItsField() {
    assertThat(answer(1, Map.of("number", "many"))).extractingByKey("refused").asString().contains("'number'");
    assertThat(answer(2, Map.of("on", "30/12/2026"))).extractingByKey("refused").asString().contains("'on'");
    assertThat(answer(3, Map.of("done", Map.of("a", 1)))).extractingByKey("refused").asString().contains("'done'");
    assertThat(kept).isEmpty();
    assertThat(audited()).as("a mistake is no attempt").isEmpty();
  }

  @Test
  void aTaskOfBeforeThatCannotComeAgainStopsHoweverOftenItIsTried() {
    jdbc.sql("UPDATE task_subject SET from_before = TRUE").update();
    for (int delivery = 0; delivery < 2; delivery++) {
      assertThatThrownBy(() -> answer(1, Map.of("thingId", 13))).isInstanceOf(CannotSucceedException.class).hasMessageContaining("bring it back in Operate");
    }
  }

  @Test
  void aCalledProcessOfBeforeIsAboutWhatIsNotedOfWhoCalledItAndOfNothingThatIsSent() {
    jdbc.sql("UPDATE task_subject SET instance_key = 50").update();
    callers.put(PROCESS, 50L);

    answer(1, Map.of("done", true));
    assertThat(kept).containsExactly("12 Form[done=true, number=null, on=null, text=null] by hr-nw");
    assertThatThrownBy(() -> answer(2, Map.of("thingId", 13))).isInstanceOf(CannotSucceedException.class).hasMessageContaining("bring it back in Operate");
    assertThat(kept).hasSize(1);
  }

  @Test
  void aCalledProcessOfBeforeCannotComeAgainWhateverAStepOfItNotedSince() {
    jdbc.sql("INSERT INTO task_subject (instance_key, name, value, about, from_before) VALUES (50, 'otherId', '5', 'other/5', TRUE)").update();
    callers.putAll(Map.of(PROCESS, 60L, 60L, 50L));

    for (int delivery = 0; delivery < 2; delivery++) {
      assertThatThrownBy(() -> answer(1, Map.of("thingId", 13))).isInstanceOf(CannotSucceedException.class).hasMessageContaining("cannot come again by itself");
    }
    assertThatThrownBy(() -> answer(2, Map.of("number", "many"))).isInstanceOf(CannotSucceedException.class).hasMessageContaining("bring it back in Operate");
    answer(3, Map.of("done", true));
    assertThat(kept).hasSize(1);
  }

  @Test
  void aCalledTaskOfBeforeWhoseModelHadAWayBackComesAgain() {
    jdbc.sql("INSERT INTO task_subject (instance_key, name, value, about, from_before) VALUES (50, 'otherId', '5', 'other/5', TRUE)").update();
    callers.put(PROCESS, 50L);

    assertThat(answers.keep(listener(1, Map.of("number", "many")), "outcomeRefused", Form.class, (task, form) -> {})).extractingByKey("outcomeRefused").asString().contains("'number'");
  }

  @Test
  void aTaskOfBeforeThatIsAnsweredOnAPageSaysWhereAndHowItGoesOn() {
    jdbc.sql("UPDATE task_subject SET from_before = TRUE").update();

    assertThatThrownBy(() -> answers.keep(listener(1, Map.of()), "refused", Form.class, (task, form) -> {
      throw new OnPageException("Answer on our page, then complete this task again.", "Answer at http://console/12, then retry.");
    })).isInstanceOf(CannotSucceedException.class).hasMessage("Answer at http://console/12, then retry.");
  }

  @Test
  void aCalledProcessOfBeforeIsAboutTheOneThingThatWaitsWhereItsVariablesSayTheSame() {
    jdbc.sql("UPDATE task_subject SET instance_key = 50, name = 'otherId'").update();
    callers.put(PROCESS, 50L);
    waiting = 30;

    assertThatThrownBy(() -> answer(1, Map.of("thingId", 31))).isInstanceOf(CannotSucceedException.class).hasMessageContaining("Nothing was noted");
    assertThatThrownBy(() -> answer(1, Map.of())).isInstanceOf(CannotSucceedException.class).hasMessageContaining("Nothing was noted");
    answer(1, Map.of("thingId", 30, "done", true));
    waiting = null;
    answer(1, Map.of("thingId", 30, "done", true));
    assertThat(kept).as("delivered twice, though nothing waits any more").hasSize(2).allMatch(each -> each.startsWith("30 "));
    assertThatThrownBy(() -> answer(2, Map.of("thingId", 31))).isInstanceOf(CannotSucceedException.class).hasMessageContaining("cannot come again");
  }

  @Test
  void whereNothingWasNotedNothingIsBelieved() {
    jdbc.sql("DELETE FROM task_subject").update();
    assertThatThrownBy(() -> answer(1, Map.of("thingId", 12))).isInstanceOf(CannotSucceedException.class).hasMessageContaining("Nothing was noted");
    assertThat(kept).isEmpty();
  }

  @Test
  void aSubjectIsNotedOnceAndNeverChanged() {
    subjects.note(PROCESS, new TaskSubject("thingId", 12, "thing/12", "NW"));
    assertThatThrownBy(() -> subjects.note(PROCESS, new TaskSubject("thingId", 13, "thing/13", "NW"))).isInstanceOf(CannotSucceedException.class);
  }

  @Test
  void aRefusalOfTheUseCaseIsAudited() {
    Map<String, Object> learned = answers.keep(listener(1, Map.of()), "refused", Form.class, (task, form) -> {
      throw new NotAllowedException("Only others can");
    });
    assertThat(learned).extractingByKey("refused").isNotNull();
    assertThat(audited()).hasSize(1);
  }

  /** Whatever is sent of it. */
  @Test
  void whatWasEnteredComesBackUnlessTheCaseIsLimited() {
    assertThat(refused(1, true)).containsEntry("word", "Entered").extractingByKey("refused").isEqualTo("Not that.");
    limited = true;
    assertThat(refused(2, false)).containsEntry("word", null).extractingByKey("refused").isEqualTo("Not that.");
  }

  /** A process that began with an earlier model goes by the answer itself. */
  @Test
  void whatTheProcessGoesByIsNotForgottenWhenATaskCameAgain() {
    assertThat(answers.take(listener(1, Map.of("word", "Entered", "refused", "Not that.")), "refused", Entered.class, (task, form) -> Map.of("word", "Given"))).containsEntry("word", "Given");
    assertThat(answers.take(listener(2, Map.of("word", "Entered", "refused", "Not that.")), "refused", Entered.class, (task, form) -> Map.of())).containsEntry("word", null);
  }

  private Map<String, Object> refused(long task, boolean sentAsLimited) {
    return answers.keep(listener(task, Map.of("word", "Entered", "limited", sentAsLimited)), "refused", Entered.class, (answered, form) -> {
      throw new AnswerRefusedException("Not that.");
    });
  }

  @Test
  void whatCannotBeUndoneIsKeptOnlyWithTheTick() {
    assertThat(close(1, "CLOSE", false)).extractingByKey("refused").asString().startsWith("Tick that you have read what will happen");
    assertThat(close(2, "CLOSE", null)).extractingByKey("refused").isNotNull();
    assertThat(audited()).as("a mistake is no attempt").isEmpty();
    assertThat(close(3, "CLOSE", true)).containsEntry("refused", null);
    assertThat(close(4, "LEAVE", false)).as("what is harmless needs no tick").containsEntry("refused", null);
  }

  @Test
  void whoMayNotAnswerIsRefusedForThatAlsoWithoutTheTick() {
    Map<String, Object> learned = answers.keep(listener(1, closing("CLOSE", false)), "refused", Closing.class, (task, form) -> {
      throw new NotAllowedException("Only others can");
    });

    assertThat(learned).containsEntry("what", null).extractingByKey("refused").asString().startsWith("The last answer was not kept");
    assertThat(audited()).containsExactly("TASK_ANSWER_REFUSED by hr-nw");
  }

  @Test
  void aTaskThatWasOpenBeforeItsFormHadTheBoxIsNotAskedForTheTick() {
    assertThat(answers.keep(listener(1, Map.of("what", "CLOSE")), "refused", Closing.class, (task, form) -> {})).containsEntry("refused", null);
  }

  private Optional<TaskSubject> waiting(String process, TaskSubject caller) {
    assertThat(process).isEqualTo("thing-process");
    return Optional.ofNullable(waiting).map(id -> new TaskSubject("thingId", id, "thing/" + id, caller.regionCode()));
  }

  private Map<String, Object> close(long task, String what, Boolean understood) {
    return answers.keep(listener(task, closing(what, understood)), "refused", Closing.class, (answered, form) -> {});
  }

  private static Map<String, Object> closing(String what, Boolean understood) {
    Map<String, Object> sent = new HashMap<>();
    sent.put("what", what);
    sent.put("understood", understood);
    return sent;
  }

  private Map<String, Object> answer(long task, Map<String, Object> sent) {
    return answers.keep(listener(task, sent), "refused", Form.class, (answered, form) -> kept.add(answered.id("thingId") + " " + form + " by " + answered.answer().by()));
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
    return jdbc.sql("SELECT CONCAT(action, ' by ', actor) FROM audit_entry WHERE subject = 'thing/12' ORDER BY id").query(String.class).list();
  }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class TaskAnswersOnMariaDbTest extends TaskAnswersTest {
}

@WithDatabase(WithDatabase.Engine.MYSQL)
class TaskAnswersOnMySqlTest extends TaskAnswersTest {
}
