package uk.gov.justice.probation.devolution.placement.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.placement.EnforcementStep;
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

  @JobWorker(type = "placement.openEnforcement")
  public EnforcementOpened openEnforcement(@Variable long enforcementId) {
    Enforcing.Opened opened = enforcing.open(enforcementId);
    return new EnforcementOpened(opened.hold(), opened.hold() ? deadlines.moment(opened.until()) : null, links.enforcement(enforcementId), null);
  }

  @JobWorker(type = "placement.countFailures")
  public Enforcing.Count countFailures(@Variable long enforcementId) {
    return enforcing.count(enforcementId);
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

  /** What the decision {@code enforcement-step} answers. */
  record Decided(EnforcementStep step) {}

  record BreachPrepared(String packDueAt, String packDueText, String packNoticeCycle, String breachRefused) {}

  @JobWorker(type = "placement.prepareBreach")
  public BreachPrepared prepareBreach(@Variable long enforcementId, @Variable Decided enforcement) {
    Instant until = enforcing.prepareBreach(enforcementId, enforcement.step());
    String due = deadlines.moment(until);
    return new BreachPrepared(due, Deadlines.inWords(deadlines.day(until)), deadlines.noticeCycle(due, settings.reminder()), null);
  }

  record BreachAnswered(String breachRefused) {}

  @JobWorker(type = "placement.recordBreach")
  public BreachAnswered recordBreach(
      @Variable long enforcementId, @Variable(optional = true) String breachDecision, @Variable(optional = true) LocalDate packSentOn, ActivatedJob listener) {
    return new BreachAnswered(enforcing.breach(enforcementId, breachDecision, packSentOn, answers.of(listener)).orElse(null));
  }

  @JobWorker(type = "placement.withdraw")
  public void withdraw(@Variable long enforcementId) {
    enforcing.withdraw(enforcementId);
  }
}
