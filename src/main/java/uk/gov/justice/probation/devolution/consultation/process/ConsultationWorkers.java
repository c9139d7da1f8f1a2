package uk.gov.justice.probation.devolution.consultation.process;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Escalating;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchRequests;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchRequests.Confirmed;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchRequests.Received;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.consultation.launch.SettingScope;
import uk.gov.justice.probation.devolution.consultation.launch.SettingScope.Scope;
import uk.gov.justice.probation.devolution.consultation.outcome.DecidingOutcome;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.refusal.Taken;

/** The automated steps of {@code staff-consultation}: from the launch to the gate of the individual stage, and from the outcome to the close. */
@Component
public class ConsultationWorkers {
  private final LaunchRequests requests;
  private final LaunchingConsultations launching;
  private final SettingScope scope;
  private final OpeningIndividualStage individualStage;
  private final DecidingOutcome outcome;
  private final Escalating escalating;
  private final ExpectedCalls calls;
  private final TaskAnswers answers;
  private final ConsultationLinks links;
  private final Deadlines deadlines;
  private final ConsultationSettings settings;

  ConsultationWorkers(LaunchRequests requests, LaunchingConsultations launching, SettingScope scope, OpeningIndividualStage individualStage, DecidingOutcome outcome, Escalating escalating,
      ExpectedCalls calls, TaskAnswers answers, ConsultationLinks links, Deadlines deadlines, ConsultationSettings settings) {
    this.requests = requests;
    this.launching = launching;
    this.scope = scope;
    this.individualStage = individualStage;
    this.outcome = outcome;
    this.escalating = escalating;
    this.calls = calls;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  /** What the start form, or the message of our own launch, may hold. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Start(
      Long consultationId, String regionCode, String unitCode, List<String> grades, String objective, Integer maxChoices, Integer mobilityLimit, LocalDate preferencesCloseOn) {
    Launch launch() {
      return new Launch(regionCode, unitCode, grades, objective, maxChoices, mobilityLimit, preferencesCloseOn);
    }
  }

  record LaunchReceived(String launchStanding, String regionName, String regionSlug, String enteredText, String taskDueAt, String launchRefused, String readingRefused) {}

  @JobWorker(type = "consultation.receiveLaunch")
  public LaunchReceived receiveLaunch(ActivatedJob job) {
    Start start = start(job);
    Received received = requests.receive(start == null ? null : start.consultationId(), start == null ? null : start.launch(), job.getProcessInstanceKey());
    return new LaunchReceived(received.standing().name(), launching.regionName(received.regionCode()), received.regionCode().toLowerCase(Locale.ROOT), received.entered(), due(), null, null);
  }

  /** Null if somebody started the process with values that no form gives. */
  private static Start start(ActivatedJob job) {
    try {
      return job.getVariablesAsType(Start.class);
    } catch (ClientException unreadable) {
      return null;
    }
  }

  record LaunchAnswer(String launchDecision) {}

  @JobWorker(type = "consultation.recordLaunchDecision")
  public Map<String, Object> recordLaunchDecision(ActivatedJob listener) {
    return answers.keep(
        listener, "launchRefused", LaunchAnswer.class, (task, answer) -> requests.decide(listener.getProcessInstanceKey(), answer.launchDecision(), task.answer()));
  }

  record NothingAsked() {}

  @JobWorker(type = "consultation.recordRefusalRead")
  public Map<String, Object> recordRefusalRead(ActivatedJob listener) {
    return answers.keep(
        listener, "readingRefused", NothingAsked.class, (task, answer) -> requests.refusalRead(task.text("regionCode"), listener.getProcessInstanceKey(), task.answer()));
  }

  record Opened(
      long consultationId, String regionCode, String regionSlug, String regionName, String title, String consoleUrl, int staffCount, String taskDueAt, String consultationUrl,
      String scopeRefused, String hr1Refused, String responseRefused, String eventsRefused, String answersRefused, String outcomeRefused) {}

  @JobWorker(type = "consultation.open")
  public Opened open(@Variable(optional = true) Long consultationId, ActivatedJob job) {
    Confirmed confirmed = requests.confirmed(job.getProcessInstanceKey()).orElse(null);
    try {
      LaunchingConsultations.Launched launched = launching.begin(confirmed, consultationId, job.getProcessInstanceKey());
      calls.begun(job);
      Facts facts = launched.consultation();
      return new Opened(facts.id(), facts.regionCode(), facts.regionSlug(), facts.regionName(), facts.title(), links.base(), launched.people(), due(),
          links.consultation(facts.id()), null, null, null, null, null, null);
    } catch (NotPossibleNow | Taken refused) {
      throw refused(refused, confirmed == null ? "" : confirmed.launch().regionCode());
    }
  }

  record ScopeAnswer(Integer affectedPosts, Integer proposedRedundancies, String businessCase, String proposals) {}

  @JobWorker(type = "consultation.recordScope")
  public Map<String, Object> recordScope(ActivatedJob listener) {
    return answers.take(listener, "scopeRefused", ScopeAnswer.class, (task, answer) -> {
      scope.set(task.id("consultationId"), new Scope(answer.affectedPosts(), answer.proposedRedundancies(), answer.businessCase(), answer.proposals()), task.answer());
      return Map.of("taskDueAt", due());
    });
  }

  record Hr1Answer(LocalDate hr1SentOn, String hr1Reference) {}

  @JobWorker(type = "consultation.recordHr1")
  public Map<String, Object> recordHr1(ActivatedJob listener) {
    return answers.keep(
        listener, "hr1Refused", Hr1Answer.class, (task, answer) -> scope.hr1Sent(task.id("consultationId"), answer.hr1SentOn(), answer.hr1Reference(), task.answer()));
  }

  record StageOpened(String individualUrl, String taskDueAt) {}

  @JobWorker(type = "consultation.openIndividualStage")
  public StageOpened openIndividualStage(@Variable long consultationId) {
    individualStage.open(consultationId);
    return new StageOpened(links.people(consultationId), due());
  }

  @JobWorker(type = "consultation.expectPreferencing")
  public void expectPreferencing(ActivatedJob listener) {
    calls.expectForTheSame("location-preferencing", "consultationId", listener.getProcessInstanceKey(), listener.getElementInstanceKey());
  }

  record DecisionPrepared(String summaryText, String taskDueAt) {}

  @JobWorker(type = "consultation.prepareDecision")
  public DecisionPrepared prepareDecision(@Variable long consultationId) {
    return new DecisionPrepared(outcome.prepare(consultationId), due());
  }

  record OutcomeAnswer(String outcomeDecision, String outcomeNote, Boolean understood) implements Irreversible {

    @Override
    public boolean cannotBeUndone() {
      return "CONFIRM".equals(outcomeDecision);
    }
  }

  @JobWorker(type = "consultation.recordOutcome")
  public Map<String, Object> recordOutcome(ActivatedJob listener) {
    return answers.take(listener, "outcomeRefused", OutcomeAnswer.class, (task, answer) -> {
      outcome.decide(task.id("consultationId"), answer.outcomeDecision(), answer.outcomeNote(), task.answer());
      return Map.of("panelOnly", "RETURN".equals(answer.outcomeDecision()));
    });
  }

  @JobWorker(type = "consultation.expectOutcome")
  public void expectOutcome(ActivatedJob listener) {
    calls.expectForTheSame("preferencing-outcome", "consultationId", listener.getProcessInstanceKey(), listener.getElementInstanceKey());
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

  private CamundaError refused(Refusal refused, String regionCode) {
    return CamundaError.bpmnError("LAUNCH_REFUSED", refused.getMessage(), Map.of(
        "refusedReason", "- " + String.join("\n- ", refused.reasons()), "regionName", launching.regionName(regionCode), "regionSlug", regionCode.toLowerCase(Locale.ROOT),
        "taskDueAt", due()));
  }

  private String due() {
    return deadlines.inWorkingDays(settings.taskDue());
  }
}
