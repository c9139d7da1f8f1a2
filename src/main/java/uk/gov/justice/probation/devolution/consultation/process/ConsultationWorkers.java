package uk.gov.justice.probation.devolution.consultation.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.DecidingOutcome;
import uk.gov.justice.probation.devolution.consultation.Escalating;
import uk.gov.justice.probation.devolution.consultation.Launch;
import uk.gov.justice.probation.devolution.consultation.LaunchRefusedException;
import uk.gov.justice.probation.devolution.consultation.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.consultation.SettingScope;
import uk.gov.justice.probation.devolution.consultation.SettingScope.Scope;

/** The automated steps of {@code staff-consultation}: from the launch to the gate of the individual stage, and from the outcome to the close. */
@Component
public class ConsultationWorkers {
  private final LaunchingConsultations launching;
  private final SettingScope scope;
  private final OpeningIndividualStage individualStage;
  private final DecidingOutcome outcome;
  private final Escalating escalating;
  private final TaskAnswers answers;
  private final ConsultationLinks links;
  private final Deadlines deadlines;
  private final ConsultationSettings settings;

  ConsultationWorkers(LaunchingConsultations launching, SettingScope scope, OpeningIndividualStage individualStage, DecidingOutcome outcome, Escalating escalating,
      TaskAnswers answers, ConsultationLinks links, Deadlines deadlines, ConsultationSettings settings) {
    this.launching = launching;
    this.scope = scope;
    this.individualStage = individualStage;
    this.outcome = outcome;
    this.escalating = escalating;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record Opened(
      long consultationId, String regionCode, String regionSlug, String regionName, String title, String consoleUrl, int staffCount, String taskDueAt, String consultationUrl) {}

  @JobWorker(type = "consultation.open")
  public Opened open(
      @Variable(optional = true) Long consultationId, @Variable(optional = true) String regionCode, @Variable(optional = true) String unitCode,
      @Variable(optional = true) List<String> grades, @Variable(optional = true) String objective, @Variable(optional = true) Integer maxChoices,
      @Variable(optional = true) Integer mobilityLimit, @Variable(optional = true) LocalDate preferencesCloseOn, ActivatedJob job) {
    try {
      Launch launch = new Launch(regionCode, unitCode, grades, objective, maxChoices, mobilityLimit, preferencesCloseOn);
      LaunchingConsultations.Launched launched = launching.begin(consultationId, launch, job.getProcessInstanceKey());
      Facts facts = launched.consultation();
      return new Opened(facts.id(), facts.regionCode(), facts.regionSlug(), facts.regionName(), facts.title(), links.base(), launched.people(), due(),
          links.consultation(facts.id()));
    } catch (LaunchRefusedException refused) {
      throw refused(refused, regionCode == null ? "" : regionCode);
    }
  }

  @JobWorker(type = "consultation.recordScope")
  public Map<String, String> recordScope(
      @Variable long consultationId, @Variable int affectedPosts, @Variable int proposedRedundancies, @Variable String businessCase, @Variable String proposals,
      ActivatedJob listener) {
    scope.set(consultationId, new Scope(affectedPosts, proposedRedundancies, businessCase, proposals), answers.of(listener));
    return Map.of("taskDueAt", due());
  }

  @JobWorker(type = "consultation.recordHr1")
  public void recordHr1(@Variable long consultationId, @Variable LocalDate hr1SentOn, @Variable String hr1Reference, ActivatedJob listener) {
    scope.hr1Sent(consultationId, hr1SentOn, hr1Reference, answers.of(listener));
  }

  record StageOpened(String individualUrl, String taskDueAt) {}

  @JobWorker(type = "consultation.openIndividualStage")
  public StageOpened openIndividualStage(@Variable long consultationId) {
    individualStage.open(consultationId);
    return new StageOpened(links.people(consultationId), due());
  }

  record DecisionPrepared(String summaryText, String taskDueAt) {}

  @JobWorker(type = "consultation.prepareDecision")
  public DecisionPrepared prepareDecision(@Variable long consultationId) {
    return new DecisionPrepared(outcome.prepare(consultationId), due());
  }

  @JobWorker(type = "consultation.recordOutcome")
  public void recordOutcome(@Variable long consultationId, @Variable String outcomeDecision, @Variable(optional = true) String outcomeNote, ActivatedJob listener) {
    outcome.decide(consultationId, outcomeDecision, outcomeNote, answers.of(listener));
  }

  @JobWorker(type = "consultation.writeReport")
  public Map<String, String> writeReport(@Variable long consultationId) {
    outcome.close(consultationId);
    return Map.of("reportUrl", links.consultation(consultationId));
  }

  @JobWorker(type = "consultation.escalate")
  public void escalate(@Variable long consultationId, @Variable Escalating.Step step) {
    escalating.escalate(consultationId, step);
  }

  private CamundaError refused(LaunchRefusedException refused, String regionCode) {
    return CamundaError.bpmnError("LAUNCH_REFUSED", refused.getMessage(), Map.of(
        "refusedReason", "- " + String.join("\n- ", refused.reasons()), "regionName", launching.regionName(regionCode), "regionSlug", regionCode.toLowerCase(Locale.ROOT),
        "taskDueAt", due()));
  }

  private String due() {
    return deadlines.inWorkingDays(settings.taskDue());
  }
}
