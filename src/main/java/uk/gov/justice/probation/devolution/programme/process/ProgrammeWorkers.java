package uk.gov.justice.probation.devolution.programme.process;

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
import uk.gov.justice.probation.devolution.camunda.CompletedUserTasks;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.programme.LaunchRefusedException;
import uk.gov.justice.probation.devolution.programme.RunningProgrammes;
import uk.gov.justice.probation.devolution.programme.RunningProgrammes.Report;
import uk.gov.justice.probation.devolution.programme.RunningProgrammes.StillOpen;

/** The automated steps of {@code regional-programme}. */
@Component
public class ProgrammeWorkers {
  private final RunningProgrammes running;
  private final CompletedUserTasks completed;
  private final Deadlines deadlines;
  private final HandoverSettings settings;

  ProgrammeWorkers(RunningProgrammes running, CompletedUserTasks completed, Deadlines deadlines, HandoverSettings settings) {
    this.running = running;
    this.completed = completed;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record Row(
      long handoverId, String planRowId, String kind, String title, String startAt, String dueAt, String dueDate, String dueText, String escalateAt) {}

  record PlanLoaded(
      long programmeId, long regionalProgrammeId, String regionName, String regionSlug, List<Row> rows, String backstopAt, String backstopDate, String backstopText) {}

  @JobWorker(type = "programme.loadPlan")
  public PlanLoaded loadPlan(
      @Variable(optional = true) Long programmeId, @Variable String regionCode, @Variable(optional = true) String datesFrom, @Variable(optional = true) LocalDate baseDate,
      ActivatedJob job) {
    try {
      LocalDate base = "PLAN".equals(datesFrom) ? null : baseDate;
      RunningProgrammes.Begun begun = running.begin(programmeId, regionCode, base, job.getProcessInstanceKey());
      return new PlanLoaded(
          begun.programmeId(), begun.regionalProgrammeId(), begun.regionName(), slug(regionCode), begun.rows().stream().map(row -> row(row, begun.regionName())).toList(),
          deadlines.endOf(begun.backstop()), begun.backstop().toString(), Deadlines.inWords(begun.backstop()));
    } catch (LaunchRefusedException refused) {
      throw CamundaError.bpmnError("LAUNCH_REFUSED", refused.getMessage(), Map.of(
          "refusedReason", list(refused.reasons()), "regionName", running.regionName(regionCode), "regionSlug", slug(regionCode),
          "taskDueAt", deadlines.inWorkingDays(settings.taskDue())));
    }
  }

  @JobWorker(type = "programme.recordMilestone")
  public void recordMilestone(@Variable Row row, @Variable LocalDate reachedOn, @Variable(optional = true) String milestoneNote, ActivatedJob listener) {
    running.reachMilestone(row.handoverId(), reachedOn, milestoneNote, listener.getElementInstanceKey(), by(listener));
  }

  record OpenRowsListed(int openCount, String openRows, String taskDueAt) {}

  @JobWorker(type = "programme.listOpenRows")
  public OpenRowsListed listOpenRows(@Variable long regionalProgrammeId) {
    StillOpen open = running.warnOfBackstop(regionalProgrammeId);
    return new OpenRowsListed(open.count(), open.rows(), deadlines.inWorkingDays(settings.taskDue()));
  }

  @JobWorker(type = "programme.recordBackstopNoted")
  public void recordBackstopNoted(@Variable long regionalProgrammeId, @Variable(optional = true) String backstopNote, ActivatedJob listener) {
    running.noteBackstop(regionalProgrammeId, backstopNote, listener.getElementInstanceKey(), by(listener));
  }

  record ReportPrepared(Report report, String signDueAt) {}

  @JobWorker(type = "programme.prepareClosingReport")
  public ReportPrepared prepareClosingReport(@Variable long regionalProgrammeId) {
    return new ReportPrepared(running.report(regionalProgrammeId), deadlines.inWorkingDays(settings.taskDue()));
  }

  @JobWorker(type = "programme.recordClosed")
  public void recordClosed(@Variable long regionalProgrammeId, @Variable(optional = true) String closingNote, ActivatedJob listener) {
    running.close(regionalProgrammeId, closingNote, listener.getElementInstanceKey(), by(listener));
  }

  private Row row(RunningProgrammes.Row row, String regionName) {
    Handover handover = row.handover();
    boolean due = handover.due() != null;
    String dueAt = due ? deadlines.endOf(handover.due()) : null;
    return new Row(
        handover.id(), handover.planRowId(), handover.kind().name(), "%s, %s (%s)".formatted(row.serviceName(), regionName, handover.planRowId()),
        deadlines.startOf(handover.windowStart()), dueAt, due ? handover.due().toString() : "", Deadlines.inWords(handover.due()), dueAt);
  }

  private String by(ActivatedJob listener) {
    return completed.completedBy(listener.getProcessInstanceKey(), listener.getElementId(), listener.getElementInstanceKey());
  }

  private static String list(List<String> reasons) {
    return "- " + String.join("\n- ", reasons);
  }

  private static String slug(String regionCode) {
    return regionCode.toLowerCase(Locale.ROOT);
  }
}
