package uk.gov.justice.probation.devolution.termination.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.termination.CollectingOpenWork;
import uk.gov.justice.probation.devolution.termination.CollectingOpenWork.Collected;
import uk.gov.justice.probation.devolution.termination.Eligibility;
import uk.gov.justice.probation.devolution.termination.EndingCases;
import uk.gov.justice.probation.devolution.termination.GivingEvidence;
import uk.gov.justice.probation.devolution.termination.GoingBackToCourt;
import uk.gov.justice.probation.devolution.termination.Reviewing;
import uk.gov.justice.probation.devolution.termination.StartRefusedException;
import uk.gov.justice.probation.devolution.termination.StartingTerminations;
import uk.gov.justice.probation.devolution.termination.TellingOthers;
import uk.gov.justice.probation.devolution.termination.TerminationSettings;

/** The automated steps of {@code case-termination}. */
@Component
public class TerminationWorkers {
  private final StartingTerminations starting;
  private final CollectingOpenWork collecting;
  private final GivingEvidence evidence;
  private final GoingBackToCourt court;
  private final Reviewing reviewing;
  private final EndingCases ending;
  private final TellingOthers telling;
  private final TaskAnswers answers;
  private final TerminationLinks links;
  private final Deadlines deadlines;
  private final TerminationSettings settings;
  private final Clock clock;

  TerminationWorkers(StartingTerminations starting, CollectingOpenWork collecting, GivingEvidence evidence, GoingBackToCourt court, Reviewing reviewing, EndingCases ending,
      TellingOthers telling, TaskAnswers answers, TerminationLinks links, Deadlines deadlines, TerminationSettings settings, Clock clock) {
    this.starting = starting;
    this.collecting = collecting;
    this.evidence = evidence;
    this.court = court;
    this.reviewing = reviewing;
    this.ending = ending;
    this.telling = telling;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
    this.clock = clock;
  }

  @JobWorker(type = "termination.startByHand")
  public Map<String, Long> startByHand(@Variable String crn, @Variable int eventNumber, @Variable String regionCode, ActivatedJob job) {
    try {
      return Map.of("terminationId", starting.startByHand(crn, eventNumber, regionCode, job.getProcessInstanceKey()));
    } catch (StartRefusedException refused) {
      throw CamundaError.bpmnError("START_REFUSED", refused.getMessage(), Map.of(
          "refusedReason", refused.getMessage(), "refusedGroup", "case-admin-" + regionCode.toLowerCase(Locale.ROOT), "regionName", starting.regionName(regionCode),
          "taskDueAt", due()));
    }
  }

  /** What the process knows of a case: references, flags and dates. */
  @JobWorker(type = "termination.collect")
  public Map<String, Object> collect(@Variable long terminationId, ActivatedJob job) {
    Collected collected = collecting.collect(terminationId, job.getProcessInstanceKey());
    var probationCase = collected.probationCase();
    Map<String, Object> variables = new HashMap<>(collected.open().flags());
    variables.put("needsSpo", collected.open().needsSpo());
    variables.put("over", collected.over());
    variables.put("frozen", collected.frozen());
    variables.put("crn", probationCase.crn());
    variables.put("eventNumber", probationCase.eventNumber());
    variables.put("caseText", probationCase.text());
    variables.put("limited", probationCase.limitedAccess());
    variables.put("regionCode", probationCase.regionCode());
    variables.put("regionSlug", probationCase.regionSlug());
    variables.put("regionName", probationCase.regionName());
    variables.put("ownerGroup", collected.owner().group());
    variables.put("practitionerGroup", TellingOthers.practitionerGroup(probationCase));
    variables.put("consoleUrl", links.base());
    variables.put("terminationUrl", links.termination(terminationId));
    variables.put("lookAgainAt", deadlines.moment(clock.instant().plus(settings.lookAgainAfter())));
    variables.put("taskDueAt", due());
    variables.put("overdueNoticeCycle", deadlines.noticeCycle(deadlines.endOf(collected.termination().overdueOn()), settings.reminder()));
    variables.put("evidenceRefused", null);
    variables.put("spoRefused", null);
    return variables;
  }

  /** What the decision answered. */
  record Decided(Eligibility result, String text) {}

  @JobWorker(type = "termination.noteEligibility")
  public void noteEligibility(@Variable long terminationId, @Variable Decided eligibility) {
    collecting.decided(terminationId, eligibility.result());
  }

  @JobWorker(type = "termination.recordLooked")
  public void recordLooked(@Variable long terminationId, ActivatedJob listener) {
    collecting.looked(terminationId, answers.of(listener));
  }

  @JobWorker(type = "termination.recordExtension")
  public void recordExtension(
      @Variable long terminationId, @Variable(optional = true) LocalDate appliedOn, @Variable(optional = true) LocalDate extendedTo, ActivatedJob listener) {
    court.applied(terminationId, appliedOn, extendedTo, answers.of(listener));
  }

  @JobWorker(type = "termination.keepLive")
  public void keepLive(@Variable long terminationId) {
    court.keepLive(terminationId);
  }

  record EvidenceTaken(String evidenceRefused) {}

  @JobWorker(type = "termination.recordEvidence")
  public EvidenceTaken recordEvidence(@Variable long terminationId, @Variable(optional = true) Boolean evidenceOnPage, ActivatedJob listener) {
    return new EvidenceTaken(evidence.complete(terminationId, Boolean.TRUE.equals(evidenceOnPage), answers.of(listener)).orElse(null));
  }

  @JobWorker(type = "termination.recordReview")
  public Map<String, Boolean> recordReview(@Variable long terminationId, @Variable(optional = true) String reviewDecision, ActivatedJob listener) {
    return Map.of("needsSpo", reviewing.review(terminationId, reviewDecision, answers.of(listener)));
  }

  record SpoTaken(String spoRefused) {}

  @JobWorker(type = "termination.recordSpo")
  public SpoTaken recordSpo(@Variable long terminationId, @Variable(optional = true) String spoDecision, ActivatedJob listener) {
    return new SpoTaken(reviewing.agree(terminationId, spoDecision, answers.of(listener)).orElse(null));
  }

  @JobWorker(type = "termination.escalate")
  public void escalate(@Variable long terminationId) {
    telling.lateness(terminationId);
  }

  @JobWorker(type = "termination.endComponents")
  public Map<String, Boolean> endComponents(@Variable long terminationId) {
    return Map.of("stillSo", ending.endComponents(terminationId));
  }

  @JobWorker(type = "termination.endEvent")
  public void endEvent(@Variable long terminationId) {
    ending.endEvent(terminationId);
  }

  @JobWorker(type = "termination.closeAppointments")
  public void closeAppointments(@Variable long terminationId) {
    ending.closeAppointments(terminationId);
  }

  @JobWorker(type = "termination.notify")
  public void notifyOthers(@Variable long terminationId) {
    telling.ended(terminationId);
  }

  @JobWorker(type = "termination.recalculateWorkload")
  public void recalculateWorkload(@Variable long terminationId) {
    ending.recalculateWorkload(terminationId);
  }

  private String due() {
    return deadlines.inWorkingDays(settings.taskDue());
  }
}
