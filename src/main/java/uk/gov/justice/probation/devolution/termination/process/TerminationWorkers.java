package uk.gov.justice.probation.devolution.termination.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers.Given;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.termination.AskingForTerminations;
import uk.gov.justice.probation.devolution.termination.AskingForTerminations.Request;
import uk.gov.justice.probation.devolution.termination.CollectingOpenWork;
import uk.gov.justice.probation.devolution.termination.CollectingOpenWork.Collected;
import uk.gov.justice.probation.devolution.termination.Eligibility;
import uk.gov.justice.probation.devolution.termination.EndingCases;
import uk.gov.justice.probation.devolution.termination.GivingEvidence;
import uk.gov.justice.probation.devolution.termination.GoingBackToCourt;
import uk.gov.justice.probation.devolution.termination.Reviewing;
import uk.gov.justice.probation.devolution.termination.TellingOthers;
import uk.gov.justice.probation.devolution.termination.TerminationQuestions;
import uk.gov.justice.probation.devolution.termination.TerminationSettings;

/** The automated steps of {@code case-termination}. */
@Component
public class TerminationWorkers {
  private final AskingForTerminations asking;
  private final CollectingOpenWork collecting;
  private final GivingEvidence evidence;
  private final GoingBackToCourt court;
  private final Reviewing reviewing;
  private final EndingCases ending;
  private final TellingOthers telling;
  private final TerminationQuestions questions;
  private final LimitedAnswers onPages;
  private final ExpectedCalls calls;
  private final TaskSubjects subjects;
  private final TaskAnswers answers;
  private final TerminationLinks links;
  private final Deadlines deadlines;
  private final TerminationSettings settings;
  private final Clock clock;

  TerminationWorkers(AskingForTerminations asking, CollectingOpenWork collecting, GivingEvidence evidence, GoingBackToCourt court,
      Reviewing reviewing, EndingCases ending, TellingOthers telling, TerminationQuestions questions, LimitedAnswers onPages, ExpectedCalls calls,
      TaskSubjects subjects, TaskAnswers answers, TerminationLinks links, Deadlines deadlines, TerminationSettings settings, Clock clock) {
    this.asking = asking;
    this.collecting = collecting;
    this.evidence = evidence;
    this.court = court;
    this.reviewing = reviewing;
    this.ending = ending;
    this.telling = telling;
    this.questions = questions;
    this.onPages = onPages;
    this.calls = calls;
    this.subjects = subjects;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
    this.clock = clock;
  }

  /** What was typed into the start form is a claim: it is kept, and somebody whose work it is confirms it. */
  @JobWorker(type = "termination.askToConfirm", fetchVariables = {"crn", "eventNumber", "regionCode"})
  public Map<String, Object> askToConfirm(ActivatedJob job) {
    Map<String, Object> form = job.getVariablesAsMap();
    Optional<Request> request = asking.ask(typed(form, "crn"), typed(form, "eventNumber"), typed(form, "regionCode"), job.getProcessInstanceKey());
    if (request.isEmpty()) return Map.of("readable", false);
    String region = request.get().regionCode();
    subjects.note(job.getProcessInstanceKey(), new TaskSubject("regionCode", region, AskingForTerminations.subject(job.getProcessInstanceKey()), region));
    Map<String, Object> variables = new HashMap<>();
    variables.put("readable", true);
    variables.put("requestText", request.get().text());
    variables.put("regionName", request.get().regionName());
    variables.put("confirmGroups", asking.confirmers(job.getProcessInstanceKey()));
    variables.put("taskDueAt", due());
    variables.put("startRefused", null);
    variables.put("readRefused", null);
    return variables;
  }

  private static String typed(Map<String, Object> form, String field) {
    return Objects.toString(form.get(field), "");
  }

  record StartAnswer(String startAnswer) {}

  @JobWorker(type = "termination.recordStart")
  public Map<String, Object> recordStart(ActivatedJob listener) {
    return answers.keep(listener, "startRefused", StartAnswer.class, (task, answer) -> asking.answer(listener.getProcessInstanceKey(), answer.startAnswer(), task.answer()));
  }

  @JobWorker(type = "termination.startByHand")
  public Map<String, Long> startByHand(ActivatedJob job) {
    try {
      return Map.of("terminationId", asking.start(job.getProcessInstanceKey()));
    } catch (NotPossibleNow refused) {
      throw CamundaError.bpmnError("START_REFUSED", refused.getMessage(), Map.of("refusedReason", refused.getMessage(), "taskDueAt", due()));
    }
  }

  record Read() {}

  @JobWorker(type = "termination.recordRefusalRead")
  public Map<String, Object> recordRefusalRead(ActivatedJob listener) {
    return answers.keep(listener, "readRefused", Read.class, (task, read) -> asking.refusalRead(listener.getProcessInstanceKey(), task.answer()));
  }

  /** What the process knows of a case: references, groups and when to look again; of a limited-access case nothing that was counted from its dates. */
  @JobWorker(type = "termination.collect")
  public Map<String, Object> collect(@Variable long terminationId, ActivatedJob job) {
    long instance = job.getProcessInstanceKey();
    if (!collecting.isBegunBy(terminationId, instance)) calls.claim("case-termination", terminationId, instance, List.of());
    Collected collected = collecting.collect(terminationId, job.getProcessInstanceKey());
    var probationCase = collected.probationCase();
    subjects.note(job.getProcessInstanceKey(), new TaskSubject("terminationId", terminationId, collected.termination().subject(), probationCase.regionCode()));
    Map<String, Object> variables = new HashMap<>();
    variables.put("over", collected.over());
    variables.put("frozen", collected.frozen());
    variables.put("crn", probationCase.crn());
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
    variables.put("overdueNoticeCycle", deadlines.noticeCycle(overdueAt(collected), settings.reminder()));
    for (String task : List.of("evidence", "review", "spo", "looked", "court")) variables.put(task + "Refused", null);
    return variables;
  }

  private String overdueAt(Collected collected) {
    if (collected.probationCase().limitedAccess()) return deadlines.inWorkingDays(settings.overdueAfter());
    return deadlines.endOf(collected.termination().overdueOn());
  }

  /** The way on, without why. */
  enum Way {
    CLEAR, COURT, COMPONENTS, EVENT;

    static Way of(Eligibility eligibility) {
      return switch (eligibility) {
        case BLOCK -> CLEAR;
        case EXTEND -> COURT;
        case COMPONENT_ONLY -> COMPONENTS;
        case COMPLETE -> EVENT;
      };
    }
  }

  @JobWorker(type = "termination.decideWay")
  public Map<String, Way> decideWay(@Variable long terminationId) {
    return Map.of("way", Way.of(collecting.decide(terminationId)));
  }

  record Looked(Boolean looked) implements ForgottenAnswer {}

  @JobWorker(type = "termination.recordLooked")
  public Map<String, Object> recordLooked(ActivatedJob listener) {
    return answers.keep(listener, "lookedRefused", Looked.class, (task, answer) -> collecting.looked(task.id("terminationId"), task.answer()));
  }

  record Application(LocalDate appliedOn, LocalDate extendedTo) implements ForgottenAnswer {}

  @JobWorker(type = "termination.recordExtension")
  public Map<String, Object> recordExtension(ActivatedJob listener) {
    return answers.keep(listener, "courtRefused", Application.class, (task, answer) -> court.applied(task.id("terminationId"), answer.appliedOn(), answer.extendedTo(), task.answer()));
  }

  @JobWorker(type = "termination.keepLive")
  public void keepLive(@Variable long terminationId) {
    court.keepLive(terminationId);
  }

  record EvidenceGiven(Boolean evidenceOnPage) implements ForgottenAnswer {}

  @JobWorker(type = "termination.recordEvidence")
  public Map<String, Object> recordEvidence(ActivatedJob listener) {
    return answers.keep(listener, "evidenceRefused", EvidenceGiven.class,
        (task, answer) -> evidence.complete(task.id("terminationId"), Boolean.TRUE.equals(answer.evidenceOnPage()), task.answer()));
  }

  record Review(String reviewDecision, Boolean understood) implements ForgottenAnswer, Irreversible {

    @Override
    public boolean cannotBeUndone() {
      return "AGREE".equals(reviewDecision);
    }
  }

  @JobWorker(type = "termination.recordReview")
  public Map<String, Object> recordReview(ActivatedJob listener) {
    return answers.take(listener, "reviewRefused", Review.class,
        (task, answer) -> onPages.take(questions, task.id("terminationId"), TerminationQuestions.REVIEW, answer.reviewDecision(), Given::choice, task.answer(),
            decision -> Map.of("secondReview", reviewing.review(task.id("terminationId"), decision, task.answer()), "goesOn", agrees(decision))));
  }

  record Agreement(String spoDecision, Boolean understood) implements ForgottenAnswer, Irreversible {

    @Override
    public boolean cannotBeUndone() {
      return "AGREE".equals(spoDecision);
    }
  }

  @JobWorker(type = "termination.recordSpo")
  public Map<String, Object> recordSpo(ActivatedJob listener) {
    return answers.take(listener, "spoRefused", Agreement.class,
        (task, answer) -> onPages.take(questions, task.id("terminationId"), TerminationQuestions.AGREEMENT, answer.spoDecision(), Given::choice, task.answer(), decision -> {
          reviewing.agree(task.id("terminationId"), decision, task.answer());
          return Map.of("goesOn", agrees(decision));
        }));
  }

  private static boolean agrees(String decision) {
    return "AGREE".equals(decision);
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
