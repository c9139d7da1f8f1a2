package uk.gov.justice.probation.devolution.handover.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.handover.AssessingReadiness;
import uk.gov.justice.probation.devolution.handover.AssessingReadiness.Facts;
import uk.gov.justice.probation.devolution.handover.Deciding;
import uk.gov.justice.probation.devolution.handover.Deciding.Proposal;
import uk.gov.justice.probation.devolution.handover.EndingHandovers;
import uk.gov.justice.probation.devolution.handover.Gate;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.OpeningHandovers;
import uk.gov.justice.probation.devolution.handover.Reminding;
import uk.gov.justice.probation.devolution.handover.TakingBackGo;

/** The automated steps of {@code service-handover} and {@code site-move}. */
@Component
public class HandoverWorkers {
  private final OpeningHandovers opening;
  private final AssessingReadiness readiness;
  private final Deciding deciding;
  private final TakingBackGo takingBack;
  private final EndingHandovers ending;
  private final Reminding reminding;
  private final ExpectedCalls calls;
  private final TaskAnswers answers;
  private final ConsoleLinks links;
  private final Deadlines deadlines;
  private final HandoverSettings settings;

  HandoverWorkers(OpeningHandovers opening, AssessingReadiness readiness, Deciding deciding, TakingBackGo takingBack, EndingHandovers ending,
      Reminding reminding, ExpectedCalls calls, TaskAnswers answers, ConsoleLinks links, Deadlines deadlines, HandoverSettings settings) {
    this.opening = opening;
    this.readiness = readiness;
    this.deciding = deciding;
    this.takingBack = takingBack;
    this.ending = ending;
    this.reminding = reminding;
    this.calls = calls;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  /** For programmes from an earlier release: their handovers are already expected (ADR 0065). */
  @JobWorker(type = "handover.expectHandover")
  public void expectHandover() {}

  /** As {@link #expectHandover()}. */
  @JobWorker(type = "handover.expectSiteMove")
  public void expectSiteMove() {}

  record Opened(
      String serviceName, String fromNames, String toName, String dueDate, String dueDateText, String plannedDate, String plannedDateText, List<String> fromManagerGroups,
      List<String> toManagerGroups, List<String> receivingGroups, boolean waitsForSiteMove, String siteMoveNames, String consoleUrl, String regionCode,
      String regionSlug, String inventoryRefused, String overdueRefused, String reviewRefused) {}

  @JobWorker(type = "handover.open")
  public Opened open(@Variable long handoverId, ActivatedJob job) {
    OpeningHandovers.Opened opened = opening.open(handoverId, kind(job), job.getProcessInstanceKey());
    calls.begun(job);
    var handover = opened.handover();
    List<String> receivers = List.of(opened.to().ownerGroup());
    return new Opened(
        opened.serviceName(), opened.fromNames(), opened.to().name(), handover.due() == null ? "" : handover.due().toString(), Deadlines.inWords(handover.due()),
        handover.plannedDate().toString(), Deadlines.inWords(handover.plannedDate()), opened.fromOwners(), receivers, receivers, !opened.siteMovesToWaitFor().isEmpty(),
        String.join(", ", opened.siteMovesToWaitFor()), links.base(), handover.regionCode(),
        handover.regionCode().toLowerCase(Locale.ROOT), null, null, null);
  }

  private static HandoverKind kind(ActivatedJob job) {
    return job.getBpmnProcessId().equals(HandoverKind.SITE_MOVE.process()) ? HandoverKind.SITE_MOVE : HandoverKind.HANDOVER;
  }

  record ReadinessPlan(
      List<Gate> outstandingGates, String readinessAt, String gateDueAt, String reminderAt, String transferAt, String plannedDate, String plannedDateText) {}

  @JobWorker(type = "handover.planReadiness")
  public ReadinessPlan planReadiness(@Variable long handoverId) {
    AssessingReadiness.Plan plan = readiness.plan(handoverId);
    String assessAt = deadlines.endOf(plan.assessOn());
    return new ReadinessPlan(
        plan.openGates(), assessAt, assessAt, deadlines.startOf(plan.remindOn()), deadlines.startOf(plan.plannedDate()), plan.plannedDate().toString(),
        Deadlines.inWords(plan.plannedDate()));
  }

  record FactsCollected(Facts facts, String decideDueAt, String proposedDate) {}

  /** Facts are collected again if a decision was refused; the task keeps its due date. */
  @JobWorker(type = "handover.collectReadinessFacts")
  public FactsCollected collectReadinessFacts(@Variable long handoverId, @Variable(optional = true) String decisionRefused, @Variable(optional = true) String decideDueAt) {
    boolean again = decisionRefused != null && decideDueAt != null;
    Facts facts = readiness.collect(handoverId);
    return new FactsCollected(facts, again ? decideDueAt : deadlines.inWorkingDays(settings.taskDue()), deciding.proposedDate(handoverId).map(LocalDate::toString).orElse(null));
  }

  record DecisionAnswer(String decision, LocalDate transferDate, String decisionNote, Boolean understood) implements Irreversible {

    @Override
    public boolean cannotBeUndone() {
      return "GO".equals(decision) || "CANCEL".equals(decision);
    }
  }

  @JobWorker(type = "handover.recordDecision")
  public Map<String, Object> recordDecision(ActivatedJob listener) {
    return answers.take(listener, "decisionRefused", DecisionAnswer.class, (task, answer) -> {
      long handoverId = task.id("handoverId");
      boolean canBeTakenBack = !calls.isFromBefore(opening.processesOf(handoverId));
      LocalDate planned = deciding.decide(handoverId, new Proposal(answer.decision(), answer.transferDate(), answer.decisionNote(), canBeTakenBack), task.answer());
      String inWords = Deadlines.inWords(planned);
      return Map.of("goKey", TakingBackGo.goKey(handoverId, task.answer().taskInstance()), "transferAt", deadlines.startOf(planned), "transferDateText", inWords, "plannedDate", planned.toString(), "plannedDateText", inWords);
    });
  }

  record GoSeen(boolean goStands) {}

  /** A go that was taken back at the last moment, too late for its process to be informed, is decided again. */
  @JobWorker(type = "handover.seeThatGoStands")
  public GoSeen seeThatGoStands(@Variable long handoverId) {
    return new GoSeen(takingBack.stands(handoverId));
  }

  @JobWorker(type = "handover.sendReminder")
  public void sendReminder(@Variable long handoverId) {
    reminding.remind(handoverId);
  }

  record Escalated(String openSteps, String taskDueAt) {}

  @JobWorker(type = "handover.escalate")
  public Escalated escalate(@Variable long handoverId) {
    return new Escalated(reminding.escalate(handoverId), deadlines.inWorkingDays(settings.taskDue()));
  }

  record OverdueAnswer(String overdueNote) {}

  @JobWorker(type = "handover.recordOverdueNoted")
  public Map<String, Object> recordOverdueNoted(ActivatedJob listener) {
    return answers.keep(listener, "overdueRefused", OverdueAnswer.class, (task, answer) -> ending.noteOverdue(task.id("handoverId"), answer.overdueNote(), task.answer()));
  }

  @JobWorker(type = "handover.cancel")
  public void cancel(@Variable long handoverId) {
    deciding.cancel(handoverId);
  }

  @JobWorker(type = "handover.prepareReview")
  public Map<String, String> prepareReview() {
    return Map.of("taskDueAt", deadlines.inWorkingDays(settings.taskDue()));
  }

  record ReviewAnswer(String reviewOutcome, String reviewNote) {}

  @JobWorker(type = "handover.recordReview")
  public Map<String, Object> recordReview(ActivatedJob listener) {
    return answers.keep(listener, "reviewRefused", ReviewAnswer.class,
        (task, answer) -> ending.review(task.id("handoverId"), answer.reviewOutcome(), answer.reviewNote(), task.answer()));
  }

  @JobWorker(type = "handover.close")
  public void close(@Variable long handoverId) {
    ending.close(handoverId);
  }
}
