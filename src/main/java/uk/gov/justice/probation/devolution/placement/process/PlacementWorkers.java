package uk.gov.justice.probation.devolution.placement.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.placement.CompletingOrders;
import uk.gov.justice.probation.devolution.placement.FollowingOrders;
import uk.gov.justice.probation.devolution.placement.InstructingOrders;
import uk.gov.justice.probation.devolution.placement.OpeningOrders;
import uk.gov.justice.probation.devolution.placement.OrderReminders;
import uk.gov.justice.probation.devolution.placement.PlacementSettings;
import uk.gov.justice.probation.devolution.placement.PlanningSessions;
import uk.gov.justice.probation.devolution.placement.SessionReminders;
import uk.gov.justice.probation.devolution.placement.StartRefusedException;
import uk.gov.justice.probation.devolution.placement.StartingOrders;
import uk.gov.justice.probation.devolution.placement.StoppingOrders;

/** The automated steps of {@code upw-placement}. */
@Component
public class PlacementWorkers {
  private final StartingOrders starting;
  private final OpeningOrders opening;
  private final FollowingOrders following;
  private final InstructingOrders instructing;
  private final CompletingOrders completing;
  private final StoppingOrders stopping;
  private final OrderReminders reminders;
  private final SessionReminders sessionReminders;
  private final TaskAnswers answers;
  private final PlacementLinks links;
  private final Deadlines deadlines;
  private final PlacementSettings settings;

  PlacementWorkers(StartingOrders starting, OpeningOrders opening, FollowingOrders following, InstructingOrders instructing, CompletingOrders completing, StoppingOrders stopping,
      OrderReminders reminders, SessionReminders sessionReminders, TaskAnswers answers, PlacementLinks links, Deadlines deadlines, PlacementSettings settings) {
    this.starting = starting;
    this.opening = opening;
    this.following = following;
    this.instructing = instructing;
    this.completing = completing;
    this.stopping = stopping;
    this.reminders = reminders;
    this.sessionReminders = sessionReminders;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  @JobWorker(type = "placement.startByHand")
  public void startByHand(@Variable(optional = true) String crn, @Variable(optional = true) Integer eventNumber, @Variable String regionCode) {
    try {
      starting.startByHand(crn, eventNumber, regionCode);
    } catch (StartRefusedException refused) {
      throw CamundaError.bpmnError("START_REFUSED", refused.getMessage(), Map.of(
          "refusedReason", refused.getMessage(), "refusedGroup", "case-admin-" + regionCode.toLowerCase(Locale.ROOT), "regionName", starting.regionName(regionCode),
          "taskDueAt", deadlines.inWorkingDays(settings.taskDue())));
    }
  }

  record Opened(
      long orderId, String crn, int eventNumber, String caseText, boolean limited, boolean standalone, String regionCode, String regionSlug, String regionName, String ownerGroup,
      String practitionerGroup, String consoleUrl, String orderUrl, String standsAt, String monthNineAt, String monthElevenAt, String monthTwelveAt, String reviewCycle,
      String learningCheckAt) {}

  @JobWorker(type = "placement.openOrder")
  public Opened openOrder(@Variable long orderId, ActivatedJob job) {
    OpeningOrders.Opened opened = opening.open(orderId, job.getProcessInstanceKey());
    ProbationCase probationCase = opened.probationCase();
    return new Opened(
        orderId, probationCase.crn(), probationCase.eventNumber(), probationCase.text(), probationCase.limitedAccess(), probationCase.standaloneUpw(), probationCase.regionCode(),
        probationCase.regionSlug(), probationCase.regionName(), opened.owner().group(), opened.practitionerGroup(), links.base(), links.order(orderId), opened.standsAt(),
        end(opened.monthNine()), end(opened.monthEleven()), end(opened.monthTwelve()), reviewCycle(opened.nextReview()), end(opened.learningCheck()));
  }

  record NextStep(PlanningSessions.Step nextStep, Long sessionId) {}

  @JobWorker(type = "placement.nextSession")
  public NextStep nextSession(@Variable long orderId) {
    PlanningSessions.Next next = following.next(orderId);
    return new NextStep(next.step(), next.sessionId());
  }

  record LearningChecked(boolean learningTakenUp, String helpDueAt, String helpNoticeCycle) {}

  @JobWorker(type = "placement.checkLearning")
  public LearningChecked checkLearning(@Variable long orderId) {
    String due = deadlines.inWorkingDays(settings.taskDue());
    return new LearningChecked(instructing.checkLearning(orderId), due, notice(due));
  }

  @JobWorker(type = "placement.recordHelp")
  public void recordHelp(@Variable long orderId, @Variable(optional = true) LocalDate helpGivenOn, ActivatedJob listener) {
    instructing.helped(orderId, helpGivenOn, answers.of(listener));
  }

  record ReviewPrepared(String reviewDueAt, String reviewNoticeCycle) {}

  @JobWorker(type = "placement.prepareReview")
  public ReviewPrepared prepareReview(@Variable long orderId) {
    following.beginReview(orderId);
    String due = deadlines.inWorkingDays(settings.reviewDue());
    return new ReviewPrepared(due, notice(due));
  }

  @JobWorker(type = "placement.recordReview")
  public void recordReview(@Variable long orderId, @Variable String reviewAnswer, ActivatedJob listener) {
    following.review(orderId, reviewAnswer, answers.of(listener));
  }

  @JobWorker(type = "placement.forecast")
  public void forecast(@Variable long orderId, @Variable int month) {
    following.forecast(orderId, month);
  }

  record CourtPrepared(boolean hoursLeft, String courtDueAt, String courtNoticeCycle) {}

  @JobWorker(type = "placement.prepareCourt")
  public CourtPrepared prepareCourt(@Variable long orderId) {
    String due = deadlines.inWorkingDays(settings.courtDue());
    return new CourtPrepared(following.hoursLeft(orderId), due, notice(due));
  }

  @JobWorker(type = "placement.recordCourtApplication")
  public void recordCourtApplication(
      @Variable long orderId, @Variable(optional = true) LocalDate appliedOn, @Variable String applicationFor, ActivatedJob listener) {
    following.appliedToCourt(orderId, appliedOn, applicationFor, answers.of(listener));
  }

  @JobWorker(type = "placement.completeOrder")
  public Map<String, Boolean> completeOrder(@Variable long orderId) {
    return Map.of("completed", completing.complete(orderId));
  }

  @JobWorker(type = "placement.stopOrder")
  public void stopOrder(@Variable long orderId) {
    stopping.stopped(orderId);
  }

  @JobWorker(type = "placement.escalate")
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

  private String reviewCycle(LocalDate next) {
    String first = next.isAfter(deadlines.today()) ? deadlines.startOf(next) : deadlines.inWorkingDays(0);
    return "R/%s/%s".formatted(first, settings.reviewEvery());
  }
}
