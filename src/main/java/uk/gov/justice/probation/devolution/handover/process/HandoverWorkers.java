package uk.gov.justice.probation.devolution.handover.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.handover.AssessingReadiness;
import uk.gov.justice.probation.devolution.handover.AssessingReadiness.Facts;
import uk.gov.justice.probation.devolution.handover.Deciding;
import uk.gov.justice.probation.devolution.handover.Deciding.Outcome;
import uk.gov.justice.probation.devolution.handover.Deciding.Proposal;
import uk.gov.justice.probation.devolution.handover.Deciding.Readiness;
import uk.gov.justice.probation.devolution.handover.EndingHandovers;
import uk.gov.justice.probation.devolution.handover.Gate;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.OpeningHandovers;
import uk.gov.justice.probation.devolution.handover.Reminding;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.TakingInventory.Inventory;

/** The automated steps of {@code service-handover} and {@code site-move}. */
@Component
public class HandoverWorkers {
  private final OpeningHandovers opening;
  private final TakingInventory takingInventory;
  private final AssessingReadiness readiness;
  private final Deciding deciding;
  private final EndingHandovers ending;
  private final Reminding reminding;
  private final TaskAnswers answers;
  private final ConsoleLinks links;
  private final Deadlines deadlines;
  private final HandoverSettings settings;

  HandoverWorkers(OpeningHandovers opening, TakingInventory takingInventory, AssessingReadiness readiness, Deciding deciding, EndingHandovers ending, Reminding reminding,
      TaskAnswers answers, ConsoleLinks links, Deadlines deadlines, HandoverSettings settings) {
    this.opening = opening;
    this.takingInventory = takingInventory;
    this.readiness = readiness;
    this.deciding = deciding;
    this.ending = ending;
    this.reminding = reminding;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record Opened(
      String serviceName, String fromNames, String toName, String dueDate, String dueDateText, String plannedDate, String plannedDateText, List<String> fromManagerGroups,
      List<String> toManagerGroups, List<String> receivingGroups, boolean waitsForSiteMove, String siteMoveNames, String consoleUrl) {}

  @JobWorker(type = "handover.open")
  public Opened open(@Variable long handoverId, ActivatedJob job) {
    OpeningHandovers.Opened opened = opening.open(handoverId, job.getProcessInstanceKey());
    var handover = opened.handover();
    List<String> receivers = List.of(opened.to().ownerGroup());
    return new Opened(
        opened.serviceName(), opened.fromNames(), opened.to().name(), handover.due() == null ? "" : handover.due().toString(), Deadlines.inWords(handover.due()),
        handover.plannedDate().toString(), Deadlines.inWords(handover.plannedDate()), opened.fromOwners(), receivers, receivers, !opened.siteMovesToWaitFor().isEmpty(),
        String.join(", ", opened.siteMovesToWaitFor()), links.base());
  }

  record InventoryTaken(int inScope, int openWork, int staffToBrief, String teamName, String inventoryUrl, String taskDueAt) {}

  @JobWorker(type = "handover.takeInventory")
  public InventoryTaken takeInventory(@Variable long handoverId) {
    Inventory inventory = takingInventory.take(handoverId);
    return new InventoryTaken(
        inventory.inScope(), inventory.openWork(), inventory.staffToBrief(), inventory.teamName(), links.inventory(handoverId), deadlines.inWorkingDays(settings.taskDue()));
  }

  @JobWorker(type = "handover.recordInventory")
  public void recordInventory(@Variable long handoverId, @Variable String inventoryAnswer, @Variable(optional = true) String inventoryNote, ActivatedJob listener) {
    takingInventory.confirm(handoverId, inventoryAnswer, inventoryNote, answers.of(listener));
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

  record FactsCollected(Facts facts, String decideDueAt, String decisionRefused) {}

  @JobWorker(type = "handover.collectReadinessFacts")
  public FactsCollected collectReadinessFacts(@Variable long handoverId) {
    return new FactsCollected(readiness.collect(handoverId), deadlines.inWorkingDays(settings.taskDue()), null);
  }

  record Decided(String decision, String decisionRefused, String transferAt, String transferDateText, String plannedDate, String plannedDateText) {}

  @JobWorker(type = "handover.recordDecision")
  public Decided recordDecision(
      @Variable long handoverId, @Variable String decision, @Variable(optional = true) LocalDate transferDate, @Variable(optional = true) String decisionNote,
      @Variable(name = "readiness") Readiness assessed, ActivatedJob listener) {
    Outcome outcome = deciding.decide(handoverId, new Proposal(decision, transferDate, decisionNote), assessed, answers.of(listener));
    String planned = Deadlines.inWords(outcome.plannedDate());
    return new Decided(outcome.decision(), outcome.refused(), deadlines.startOf(outcome.plannedDate()), planned, outcome.plannedDate().toString(), planned);
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

  @JobWorker(type = "handover.recordOverdueNoted")
  public void recordOverdueNoted(@Variable long handoverId, @Variable(optional = true) String overdueNote, ActivatedJob listener) {
    ending.noteOverdue(handoverId, overdueNote, answers.of(listener));
  }

  @JobWorker(type = "handover.cancel")
  public void cancel(@Variable long handoverId) {
    deciding.cancel(handoverId);
  }

  @JobWorker(type = "handover.prepareReview")
  public Map<String, String> prepareReview() {
    return Map.of("taskDueAt", deadlines.inWorkingDays(settings.taskDue()));
  }

  @JobWorker(type = "handover.recordReview")
  public void recordReview(@Variable long handoverId, @Variable String reviewOutcome, @Variable(optional = true) String reviewNote, ActivatedJob listener) {
    ending.review(handoverId, reviewOutcome, reviewNote, answers.of(listener));
  }

  @JobWorker(type = "handover.close")
  public void close(@Variable long handoverId) {
    ending.close(handoverId);
  }
}
