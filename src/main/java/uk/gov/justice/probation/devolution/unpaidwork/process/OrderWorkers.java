package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers.Given;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionReminders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.InstructingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.OpeningOrders;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingByHand;
import uk.gov.justice.probation.devolution.unpaidwork.life.StoppingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.CompletingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderQuestions;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderReminders;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrdersOfBefore;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;
import uk.gov.justice.probation.devolution.unpaidwork.session.FollowingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;

/** The automated steps of {@code upw-placement}. */
@Component
public class OrderWorkers {
  private static final String ORDER = "orderId";

  private final StartingByHand byHand;
  private final OpeningOrders opening;
  private final OrdersOfBefore ofBefore;
  private final FollowingOrders following;
  private final InstructingOrders instructing;
  private final CompletingOrders completing;
  private final StoppingOrders stopping;
  private final OrderReminders reminders;
  private final SessionReminders sessionReminders;
  private final OrderQuestions questions;
  private final LimitedAnswers onPages;
  private final CallsOfOrders calls;
  private final TaskAnswers answers;
  private final UnpaidWorkLinks links;
  private final Deadlines deadlines;
  private final UnpaidWorkSettings settings;

  OrderWorkers(StartingByHand byHand, OpeningOrders opening, OrdersOfBefore ofBefore, FollowingOrders following, InstructingOrders instructing, CompletingOrders completing,
      StoppingOrders stopping, OrderReminders reminders, SessionReminders sessionReminders, OrderQuestions questions, LimitedAnswers onPages, CallsOfOrders calls, TaskAnswers answers,
      UnpaidWorkLinks links, Deadlines deadlines, UnpaidWorkSettings settings) {
    this.byHand = byHand;
    this.opening = opening;
    this.ofBefore = ofBefore;
    this.following = following;
    this.instructing = instructing;
    this.completing = completing;
    this.stopping = stopping;
    this.reminders = reminders;
    this.sessionReminders = sessionReminders;
    this.questions = questions;
    this.onPages = onPages;
    this.calls = calls;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  /** @param caseId null if nothing can be started */
  record StartFound(
      String startGroup, String regionName, String taskDueAt, Long caseId, String crn, Integer eventNumber, String caseText, Boolean limited, String refusedReason, String startRefused,
      String readRefused) {}

  /** Whatever was sent with the start form; for a limited-access case not even the event is passed on. */
  @JobWorker(type = "unpaidwork.findStart", fetchVariables = {"crn", "eventNumber", "regionCode"})
  public StartFound findStart(ActivatedJob job) {
    Map<String, Object> sent = job.getVariablesAsMap();
    return byHand.find(sent.get("crn"), sent.get("eventNumber"), sent.get("regionCode"), job.getProcessInstanceKey()).map(this::found)
        .orElse(new StartFound(null, null, null, null, null, null, null, null, null, null, null));
  }

  private StartFound found(StartingByHand.Asked asked) {
    String due = deadlines.inWorkingDays(settings.taskDue());
    ProbationCase of = asked.probationCase();
    if (of == null) return new StartFound(asked.group(), asked.region().name(), due, null, null, null, null, null, asked.refused(), null, null);
    return new StartFound(asked.group(), asked.region().name(), due, of.id(), of.crn(), of.limitedAccess() ? null : of.eventNumber(), of.text(), of.limitedAccess(), null, null, null);
  }

  record StartAnswer(String startAnswer) {}

  @JobWorker(type = "unpaidwork.recordStart")
  public Map<String, Object> recordStart(ActivatedJob listener) {
    return answers.keep(listener, "startRefused", StartAnswer.class, (task, answer) -> byHand.confirm(task.id("caseId"), answer.startAnswer(), task.answer()));
  }

  record NoAnswer() {}

  @JobWorker(type = "unpaidwork.recordRefusalRead")
  public Map<String, Object> recordRefusalRead(ActivatedJob listener) {
    return answers.keep(listener, "readRefused", NoAnswer.class, (task, answer) -> byHand.read(task.text("regionCode"), task.answer()));
  }

  /** For a limited-access case the engine knows only the CRN. */
  record Opened(
      long orderId, String crn, Integer eventNumber, String caseText, boolean limited, String regionCode, String regionSlug, String regionName, String ownerGroup,
      String practitionerGroup, String consoleUrl, String orderUrl, int way, String learningCheckAt) {}

  /** What a process that began with an earlier model follows. */
  record EarlierOpened(
      long orderId, String crn, Integer eventNumber, String caseText, boolean limited, String regionCode, String regionSlug, String regionName, String ownerGroup,
      String practitionerGroup, String consoleUrl, String orderUrl, String standsAt, String learningCheckAt) {}

  @JobWorker(type = "unpaidwork.openOrder", fetchVariables = "orderId")
  public Record openOrder(@Variable long orderId, ActivatedJob job) {
    calls.claimOrder(orderId, job);
    ofBefore.opened(orderId, job.getType());
    OpeningOrders.Opened opened = opening.open(orderId, job.getProcessInstanceKey());
    calls.begun(job);
    boolean earlier = job.getElementId().equals("Task_OpenOrder");
    if (earlier || job.getElementId().equals("Task_SeeWhereItStands")) opening.tellWhatIsDue(orderId, job.getElementInstanceKey());
    if (!job.getElementId().equals("Task_ReceiveOrder") && begins(way(opened))) calls.expectBeginning(orderId, job);
    ProbationCase of = opened.probationCase();
    Integer event = of.limitedAccess() ? null : of.eventNumber();
    if (earlier) {
      return new EarlierOpened(orderId, of.crn(), event, of.text(), of.limitedAccess(), of.regionCode(), of.regionSlug(), of.regionName(), opened.owner().group(),
          opened.practitionerGroup(), links.base(), links.order(orderId), opened.standsAt(), end(opened.learningCheck()));
    }
    return new Opened(orderId, of.crn(), event, of.text(), of.limitedAccess(), of.regionCode(), of.regionSlug(), of.regionName(), opened.owner().group(),
        opened.practitionerGroup(), links.base(), links.order(orderId), way(opened), end(opened.learningCheck()));
  }

  /** The engine learns which way the process goes, but not why: 0 there is nothing to do, 1 it waits, 2 to 7 it goes on with one of its steps. */
  private static int way(OpeningOrders.Opened opened) {
    if (opened.order().state().ended()) return 0;
    if (opened.waits()) return 1;
    return switch (opened.order().state()) {
      case ASSESSMENT -> 3;
      case APPROVAL -> 4;
      case PROJECT -> 5;
      case INSTRUCTIONS -> 6;
      case SESSIONS -> 7;
      default -> 2;
    };
  }

  private static boolean begins(int way) {
    return way > 1 && way < 7;
  }

  /** @param way 0 the hours are worked, 1 another project is needed, 2 there is a session */
  record NextSession(int way, Long sessionId) {}

  /** What a process that began with an earlier model follows. */
  record NextStep(PlanningSessions.Step nextStep, Long sessionId) {}

  @JobWorker(type = "unpaidwork.nextSession", fetchVariables = "orderId")
  public Record nextSession(@Variable long orderId, ActivatedJob job) {
    PlanningSessions.Next next = following.next(orderId);
    switch (next.step()) {
      case SESSION -> calls.expectSession(next.sessionId(), job);
      case NO_PROJECT -> calls.expectBeginning(orderId, job);
      case COMPLETE -> {}
    }
    if (job.getElementId().equals("Task_NextSession")) return new NextStep(next.step(), next.sessionId());
    return new NextSession(switch (next.step()) {
      case COMPLETE -> 0;
      case NO_PROJECT -> 1;
      case SESSION -> 2;
    }, next.sessionId());
  }

  record LearningChecked(boolean learningTakenUp, String helpDueAt, String helpNoticeCycle, String helpRefused) {}

  @JobWorker(type = "unpaidwork.checkLearning")
  public LearningChecked checkLearning(@Variable long orderId) {
    String due = deadlines.inWorkingDays(settings.taskDue());
    return new LearningChecked(instructing.checkLearning(orderId), due, notice(due), null);
  }

  record HelpAnswer(LocalDate helpGivenOn) implements ForgottenAnswer {}

  @JobWorker(type = "unpaidwork.recordHelp")
  public Map<String, Object> recordHelp(ActivatedJob listener) {
    return answers.keep(listener, "helpRefused", HelpAnswer.class, (task, answer) -> onPages.keep(questions, task.id(ORDER), OrderQuestions.LEARNING, answer.helpGivenOn(),
        Given::onDay, task.answer(), on -> instructing.helped(task.id(ORDER), on, task.answer())));
  }

  record ReviewPrepared(String reviewDueAt, String reviewNoticeCycle) {}

  @JobWorker(type = "unpaidwork.prepareReview")
  public ReviewPrepared prepareReview(@Variable long orderId) {
    following.beginReview(orderId);
    String due = deadlines.inWorkingDays(settings.reviewDue());
    return new ReviewPrepared(due, notice(due));
  }

  record ReviewAnswer(String reviewAnswer) implements ForgottenAnswer {}

  @JobWorker(type = "unpaidwork.recordReview")
  public Map<String, Object> recordReview(ActivatedJob listener) {
    return answers.keep(listener, "reviewRefused", ReviewAnswer.class, (task, answer) -> onPages.keep(questions, task.id(ORDER), OrderQuestions.REVIEW, answer.reviewAnswer(),
        Given::choice, task.answer(), review -> following.review(task.id(ORDER), review, task.answer())));
  }

  @JobWorker(type = "unpaidwork.forecast")
  public void forecast(@Variable long orderId, @Variable int month) {
    following.forecast(orderId, month);
  }

  record CourtPrepared(boolean hoursLeft, String courtDueAt, String courtNoticeCycle) {}

  @JobWorker(type = "unpaidwork.prepareCourt")
  public CourtPrepared prepareCourt(@Variable long orderId) {
    String due = deadlines.inWorkingDays(settings.courtDue());
    return new CourtPrepared(following.hoursLeft(orderId), due, notice(due));
  }

  record CourtAnswer(LocalDate appliedOn, String applicationFor) implements ForgottenAnswer {}

  @JobWorker(type = "unpaidwork.recordCourtApplication")
  public Map<String, Object> recordCourtApplication(ActivatedJob listener) {
    return answers.keep(listener, "courtRefused", CourtAnswer.class, (task, answer) -> onPages.keep(questions, task.id(ORDER), OrderQuestions.COURT, answer,
        given -> new CourtAnswer(given.onDay(), given.choice()), task.answer(),
        applied -> following.appliedToCourt(task.id(ORDER), applied.appliedOn(), applied.applicationFor(), task.answer())));
  }

  @JobWorker(type = "unpaidwork.completeOrder")
  public Map<String, Boolean> completeOrder(@Variable long orderId) {
    return Map.of("completed", completing.complete(orderId));
  }

  @JobWorker(type = "unpaidwork.stopOrder")
  public void stopOrder(@Variable long orderId) {
    stopping.stopped(orderId);
  }

  @JobWorker(type = "unpaidwork.escalate")
  public void escalate(
      @Variable long orderId, @Variable String step, @Variable(optional = true) OffsetDateTime stepDueAt, @Variable(optional = true) String taskGroup,
      @Variable(optional = true) Long sessionId, @Variable(optional = true) Long enforcementId) {
    switch (step) {
      case "OUTCOME" -> sessionReminders.outcomeLate(sessionId);
      case "BREACH" -> sessionReminders.pack(enforcementId, stepDueAt);
      default -> reminders.giveNotice(orderId, OrderReminders.Step.valueOf(step), stepDueAt, taskGroup);
    }
  }

  /** Null, which the process takes for never, stays null. */
  private String end(LocalDate day) {
    return day == null ? null : deadlines.endOf(day);
  }

  private String notice(String dueAt) {
    return deadlines.noticeCycle(dueAt, settings.reminder());
  }
}
