package uk.gov.justice.probation.devolution.placement.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.placement.Enforcing;
import uk.gov.justice.probation.devolution.placement.PlacementSettings;

/** The automated steps of {@code upw-enforcement}. */
@Component
public class EnforcementWorkers {
  private final Enforcing enforcing;
  private final TaskAnswers answers;
  private final PlacementLinks links;
  private final Deadlines deadlines;
  private final PlacementSettings settings;

  EnforcementWorkers(Enforcing enforcing, TaskAnswers answers, PlacementLinks links, Deadlines deadlines, PlacementSettings settings) {
    this.enforcing = enforcing;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record EnforcementOpened(boolean hold, String evidenceUntilAt, String enforcementUrl, String breachRefused) {}

  @JobWorker(type = "placement.openEnforcement", fetchVariables = "enforcementId")
  public EnforcementOpened openEnforcement(@Variable long enforcementId, ActivatedJob job) {
    Enforcing.Opened opened = enforcing.open(enforcementId, job.getProcessInstanceKey());
    return new EnforcementOpened(opened.hold(), opened.hold() ? deadlines.moment(opened.until()) : null, links.enforcement(enforcementId), null);
  }

  /** The engine learns which way the process goes, and not why. */
  record Found(int way) {}

  /** A process that began with an earlier model asks its decision itself. */
  @JobWorker(type = "placement.countFailures", fetchVariables = "enforcementId")
  public Record countFailures(@Variable long enforcementId, ActivatedJob job) {
    if (job.getElementId().equals("Task_CountFailures")) return enforcing.count(enforcementId);
    return new Found(switch (enforcing.step(enforcementId)) {
      case NONE -> 0;
      case WARNING -> 1;
      case BREACH, BREACH_AT_ONCE -> 2;
    });
  }

  @JobWorker(type = "placement.takeNoAction")
  public void takeNoAction(@Variable long enforcementId) {
    enforcing.takeNoAction(enforcementId);
  }

  record Warned(String replyUntilAt) {}

  @JobWorker(type = "placement.sendWarning")
  public Warned sendWarning(@Variable long enforcementId) {
    return new Warned(deadlines.moment(enforcing.warn(enforcementId)));
  }

  @JobWorker(type = "placement.closeWarning")
  public void closeWarning(@Variable long enforcementId) {
    enforcing.closeWarning(enforcementId);
  }

  record BreachPrepared(String packDueAt, String packDueText, String packNoticeCycle, String breachRefused) {}

  @JobWorker(type = "placement.prepareBreach")
  public BreachPrepared prepareBreach(@Variable long enforcementId) {
    Instant until = enforcing.prepareBreach(enforcementId);
    String due = deadlines.moment(until);
    return new BreachPrepared(due, Deadlines.inWords(deadlines.day(until)), deadlines.noticeCycle(due, settings.reminder()), null);
  }

  record BreachAnswer(String breachDecision, LocalDate packSentOn, Boolean understood) implements Irreversible {

    @Override
    public boolean cannotBeUndone() {
      return "SENT".equals(breachDecision);
    }
  }

  @JobWorker(type = "placement.recordBreach")
  public Map<String, Object> recordBreach(ActivatedJob listener) {
    return answers.keep(listener, "breachRefused", BreachAnswer.class,
        (task, answer) -> enforcing.breach(task.id("enforcementId"), answer.breachDecision(), answer.packSentOn(), task.answer()));
  }

  @JobWorker(type = "placement.withdraw")
  public void withdraw(@Variable long enforcementId) {
    enforcing.withdraw(enforcementId);
  }
}
