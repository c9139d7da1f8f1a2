package uk.gov.justice.probation.devolution.placement.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.placement.AssessingOrders;
import uk.gov.justice.probation.devolution.placement.AssessingOrders.Approvals;
import uk.gov.justice.probation.devolution.placement.AssessingOrders.Approver;
import uk.gov.justice.probation.devolution.placement.ChoosingProjects;
import uk.gov.justice.probation.devolution.placement.ChoosingProjects.Choice;
import uk.gov.justice.probation.devolution.placement.InstructingOrders;
import uk.gov.justice.probation.devolution.placement.PlacementSettings;
import uk.gov.justice.probation.devolution.placement.PlacingWithTeams;

/** The automated steps of {@code upw-beginning}. Of a limited-access case no team and no project is named: they tell where somebody lives. */
@Component
public class BeginningWorkers {
  private final PlacingWithTeams placing;
  private final AssessingOrders assessing;
  private final ChoosingProjects choosing;
  private final InstructingOrders instructing;
  private final TaskAnswers answers;
  private final PlacementLinks links;
  private final Deadlines deadlines;
  private final PlacementSettings settings;

  BeginningWorkers(PlacingWithTeams placing, AssessingOrders assessing, ChoosingProjects choosing, InstructingOrders instructing, TaskAnswers answers, PlacementLinks links,
      Deadlines deadlines, PlacementSettings settings) {
    this.placing = placing;
    this.assessing = assessing;
    this.choosing = choosing;
    this.instructing = instructing;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record Selectable(String value, String label) {}

  record Placed(String teamCode, String teamName, List<Selectable> teams, String teamDueAt, String teamNoticeCycle) {}

  @JobWorker(type = "placement.placeWithTeam")
  public Placed placeWithTeam(@Variable long orderId, @Variable boolean limited) {
    List<PlacingWithTeams.Choice> teams = placing.teams(orderId);
    List<Selectable> selectable = limited ? List.of() : teams.stream().map(team -> new Selectable(team.code(), team.name())).toList();
    return new Placed(teams.getFirst().code(), limited ? "" : teams.getFirst().name(), selectable, due(), notice(due()));
  }

  @JobWorker(type = "placement.recordTeam")
  public void recordTeam(@Variable long orderId, @Variable String teamChosen, ActivatedJob listener) {
    placing.confirm(orderId, teamChosen, answers.of(listener));
  }

  record AssessmentPrepared(String assessmentUrl, String firstAppointmentText, String assessDueAt, String assessNoticeCycle, String assessmentRefused) {}

  @JobWorker(type = "placement.prepareAssessment")
  public AssessmentPrepared prepareAssessment(@Variable long orderId) {
    LocalDate by = assessing.firstAppointmentBy(orderId, settings.firstAppointment());
    String at = settings.firstAppointment() == 0 ? deadlines.inWorkingDays(0) : deadlines.endOf(by);
    return new AssessmentPrepared(links.assessment(orderId), Deadlines.inWords(by), at, notice(at), null);
  }

  @JobWorker(type = "placement.recordAssessment")
  public Map<String, String> recordAssessment(@Variable long orderId, @Variable(optional = true) LocalDate inductionOn, ActivatedJob listener) {
    return Collections.singletonMap("assessmentRefused", assessing.record(orderId, inductionOn, answers.of(listener)).orElse(null));
  }

  record ApprovalsRead(boolean suitable, boolean spoApproval, boolean practitionerApproval, String approvalDueAt, String approvalNoticeCycle, String assessmentUrl) {}

  @JobWorker(type = "placement.readApprovals")
  public ApprovalsRead readApprovals(@Variable long orderId) {
    Approvals approvals = assessing.approvals(orderId);
    return new ApprovalsRead(approvals.suitable(), approvals.spo(), approvals.practitioner(), due(), notice(due()), links.assessment(orderId));
  }

  /** Whoever comes next has time of their own. */
  record ApprovalTaken(boolean approved, String approvalDueAt, String approvalNoticeCycle) {}

  @JobWorker(type = "placement.recordSpoApproval")
  public ApprovalTaken recordSpoApproval(@Variable long orderId, @Variable String approval, ActivatedJob listener) {
    return new ApprovalTaken(assessing.approve(orderId, Approver.SPO, approval, answers.of(listener)), due(), notice(due()));
  }

  @JobWorker(type = "placement.recordPractitionerApproval")
  public ApprovalTaken recordPractitionerApproval(@Variable long orderId, @Variable String approval, ActivatedJob listener) {
    return new ApprovalTaken(assessing.approve(orderId, Approver.PRACTITIONER, approval, answers.of(listener)), due(), notice(due()));
  }

  @JobWorker(type = "placement.recordNotSuitable")
  public void recordNotSuitable(@Variable long orderId, @Variable String unsuitableDecision, ActivatedJob listener) {
    assessing.decideNotSuitable(orderId, unsuitableDecision, answers.of(listener));
  }

  record Proposed(List<Selectable> proposals, String proposalsUrl, String noneText, String projectDueAt, String projectNoticeCycle) {}

  @JobWorker(type = "placement.proposeProjects")
  public Proposed proposeProjects(@Variable long orderId, @Variable boolean limited) {
    List<Selectable> proposals = limited ? List.of()
        : choosing.propose(orderId).stream().map(proposal -> new Selectable(proposal.projectCode(), proposal.label())).toList();
    String none = limited || !proposals.isEmpty() ? null : "Our page says for each project of the region what stands in the way.";
    return new Proposed(proposals, links.projects(orderId), none, due(), notice(due()));
  }

  @JobWorker(type = "placement.recordProject")
  public Map<String, String> recordProject(
      @Variable long orderId, @Variable(optional = true) String projectCode, @Variable(optional = true) String frequency, @Variable(optional = true) LocalDate firstSessionOn,
      ActivatedJob listener) {
    Choice choice = new Choice(projectCode, frequency, firstSessionOn);
    return Collections.singletonMap("projectRefused", choosing.choose(orderId, choice, answers.of(listener)).orElse(null));
  }

  @JobWorker(type = "placement.sendInstructions")
  public Map<String, String> sendInstructions(@Variable long orderId) {
    return Map.of("learningCheckAt", deadlines.endOf(instructing.instruct(orderId)));
  }

  private String due() {
    return deadlines.inWorkingDays(settings.taskDue());
  }

  private String notice(String dueAt) {
    return deadlines.noticeCycle(dueAt, settings.reminder());
  }
}
