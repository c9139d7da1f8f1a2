package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.AnsweredTask;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementQuestions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcing;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;

/** The automated steps of {@code upw-enforcement}. */
@Component
public class EnforcementWorkers {
  private final Enforcing enforcing;
  private final EnforcementQuestions questions;
  private final LimitedAnswers onPages;
  private final TaskAnswers answers;
  private final UnpaidWorkLinks links;
  private final Deadlines deadlines;
  private final UnpaidWorkSettings settings;

  EnforcementWorkers(Enforcing enforcing, EnforcementQuestions questions, LimitedAnswers onPages, TaskAnswers answers, UnpaidWorkLinks links, Deadlines deadlines,
      UnpaidWorkSettings settings) {
    this.enforcing = enforcing;
    this.questions = questions;
    this.onPages = onPages;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  /** @param way 1 where evidence is waited for */
  record EnforcementOpened(int way, String evidenceUntilAt, String enforcementUrl, String breachRefused) {}

  /** What a process that began with an earlier model goes by. */
  record EarlierEnforcementOpened(boolean hold, String evidenceUntilAt, String enforcementUrl, String breachRefused) {}

  @JobWorker(type = "unpaidwork.openEnforcement", fetchVariables = "enforcementId")
  public Record openEnforcement(@Variable long enforcementId, ActivatedJob job) {
    Enforcing.Opened opened = enforcing.open(enforcementId, job.getProcessInstanceKey());
    String until = opened.hold() ? deadlines.moment(opened.until()) : null;
    if (job.getElementId().equals("Task_OpenEnforcement")) return new EarlierEnforcementOpened(opened.hold(), until, links.enforcement(enforcementId), null);
    return new EnforcementOpened(opened.hold() ? 1 : 0, until, links.enforcement(enforcementId), null);
  }

  /** The engine learns which way the process goes, and not why. */
  record Found(int way) {}

  /** A process that began with an earlier model asks its decision itself. */
  @JobWorker(type = "unpaidwork.countFailures", fetchVariables = "enforcementId")
  public Record countFailures(@Variable long enforcementId, ActivatedJob job) {
    if (job.getElementId().equals("Task_CountFailures")) return enforcing.count(enforcementId);
    return new Found(switch (enforcing.step(enforcementId)) {
      case NONE -> 0;
      case WARNING -> 1;
      case BREACH, BREACH_AT_ONCE -> 2;
    });
  }

  @JobWorker(type = "unpaidwork.takeNoAction")
  public void takeNoAction(@Variable long enforcementId) {
    enforcing.takeNoAction(enforcementId);
  }

  record Warned(String replyUntilAt) {}

  @JobWorker(type = "unpaidwork.sendWarning")
  public Warned sendWarning(@Variable long enforcementId) {
    return new Warned(deadlines.moment(enforcing.warn(enforcementId)));
  }

  @JobWorker(type = "unpaidwork.closeWarning")
  public void closeWarning(@Variable long enforcementId) {
    enforcing.closeWarning(enforcementId);
  }

  record BreachPrepared(String packDueAt, String packDueText, String packNoticeCycle, String breachRefused) {}

  @JobWorker(type = "unpaidwork.prepareBreach")
  public BreachPrepared prepareBreach(@Variable long enforcementId) {
    Instant until = enforcing.prepareBreach(enforcementId);
    String due = deadlines.moment(until);
    return new BreachPrepared(due, Deadlines.inWords(deadlines.day(until)), deadlines.noticeCycle(due, settings.reminder()), null);
  }

  record BreachAnswer(String breachDecision, LocalDate packSentOn, Boolean understood) implements ForgottenAnswer, Irreversible {

    @Override
    public boolean cannotBeUndone() {
      return "SENT".equals(breachDecision);
    }
  }

  @JobWorker(type = "unpaidwork.recordBreach")
  public Map<String, Object> recordBreach(ActivatedJob listener) {
    return answers.take(listener, "breachRefused", BreachAnswer.class, (task, answer) -> onPages.take(questions, task.id("enforcementId"), EnforcementQuestions.BREACH,
        new Breach(answer.breachDecision(), answer.packSentOn()), given -> new Breach(given.choice(), given.onDay()), task.answer(), breach -> breach(task, breach, listener)));
  }

  /** What was answered on either way; the tick was looked at where it was given. */
  private record Breach(String decision, LocalDate sentOn) {}

  /** Which way the process goes: 0 the letter is withdrawn. A process that began with an earlier model goes by the answer itself. */
  private Map<String, Object> breach(AnsweredTask task, Breach answer, ActivatedJob listener) {
    enforcing.breach(task.id("enforcementId"), answer.decision(), answer.sentOn(), task.answer());
    Map<String, Object> learned = new HashMap<>(Map.of("way", "NOT_BREACHED".equals(answer.decision()) ? 0 : 1));
    if (listener.getVariablesAsMap().containsKey("hold")) learned.put("breachDecision", answer.decision());
    return learned;
  }

  @JobWorker(type = "unpaidwork.withdraw")
  public void withdraw(@Variable long enforcementId) {
    enforcing.withdraw(enforcementId);
  }
}
