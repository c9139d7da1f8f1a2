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
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.handover.Handover;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.programme.AskedLaunches;
import uk.gov.justice.probation.devolution.programme.ClosingProgrammes;
import uk.gov.justice.probation.devolution.programme.ClosingProgrammes.Report;
import uk.gov.justice.probation.devolution.programme.ClosingProgrammes.StillOpen;
import uk.gov.justice.probation.devolution.programme.Milestones;
import uk.gov.justice.probation.devolution.programme.RunningProgrammes;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;

/** The automated steps of {@code regional-programme}. */
@Component
public class ProgrammeWorkers {
    private final RunningProgrammes running;
    private final Milestones milestones;
    private final ClosingProgrammes closing;
    private final AskedLaunches asked;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final HandoverSettings settings;

    ProgrammeWorkers(
            RunningProgrammes running,
            Milestones milestones,
            ClosingProgrammes closing,
            AskedLaunches asked,
            ExpectedCalls calls,
            TaskAnswers answers,
            Deadlines deadlines,
            HandoverSettings settings) {
        this.running = running;
        this.milestones = milestones;
        this.closing = closing;
        this.asked = asked;
        this.calls = calls;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record Row(
            long handoverId,
            String planRowId,
            String kind,
            String title,
            String startAt,
            String dueAt,
            String dueDate,
            String dueText,
            String escalateAt) {}

    record PlanLoaded(
            long programmeId,
            long regionalProgrammeId,
            String regionName,
            String regionSlug,
            List<Row> rows,
            String backstopAt,
            String backstopDate,
            String backstopText) {}

    record LaunchFound(
            String launch,
            String regionName,
            String regionSlug,
            String launchText,
            String confirmDueAt,
            String confirmRefused,
            String readRefused,
            String backstopRefused,
            String closingRefused) {}

    @JobWorker(type = "programme.findLaunch")
    public LaunchFound findLaunch(ActivatedJob job) {
        AskedLaunches.Found found = asked.find(job.getVariablesAsMap(), job.getProcessInstanceKey());
        String region = found.regionCode();
        return new LaunchFound(
                found.standing().name(),
                running.regionName(region),
                slug(region),
                found.outlook(),
                deadlines.inWorkingDays(settings.taskDue()),
                null,
                null,
                null,
                null);
    }

    record LaunchAnswer(String launchAnswer) {}

    @JobWorker(type = "programme.recordLaunchAnswer")
    public Map<String, Object> recordLaunchAnswer(ActivatedJob listener) {
        return answers.keep(
                listener,
                "confirmRefused",
                LaunchAnswer.class,
                (task, answer) -> asked.answer(listener.getProcessInstanceKey(), answer.launchAnswer(), task.answer()));
    }

    record Nothing() {}

    @JobWorker(type = "programme.recordRefusalRead")
    public Map<String, Object> recordRefusalRead(ActivatedJob listener) {
        return answers.keep(
                listener,
                "readRefused",
                Nothing.class,
                (task, answer) -> running.readRefusal(task.text("regionCode"), task.answer()));
    }

    @JobWorker(type = "programme.loadPlan")
    public PlanLoaded loadPlan(
            @Variable(optional = true) Long programmeId, @Variable String regionCode, ActivatedJob job) {
        try {
            RunningProgrammes.Begun begun = running.begin(programmeId, regionCode, job.getProcessInstanceKey());
            calls.begun(job);
            return new PlanLoaded(
                    begun.programmeId(),
                    begun.regionalProgrammeId(),
                    begun.regionName(),
                    slug(regionCode),
                    begun.rows().stream()
                            .map(row -> row(row, begun.regionName()))
                            .toList(),
                    deadlines.endOf(begun.backstop()),
                    begun.backstop().toString(),
                    Deadlines.inWords(begun.backstop()));
        } catch (NotPossibleNow | Taken refused) {
            throw CamundaError.bpmnError(
                    "LAUNCH_REFUSED",
                    refused.getMessage(),
                    Map.of(
                            "refusedReason",
                            list(refused.reasons()),
                            "regionName",
                            running.regionName(regionCode),
                            "regionSlug",
                            slug(regionCode),
                            "taskDueAt",
                            deadlines.inWorkingDays(settings.taskDue())));
        }
    }

    @JobWorker(type = "programme.noteMilestone")
    public void noteMilestone(@Variable Row row, ActivatedJob listener) {
        milestones.noteMilestone(row.handoverId(), listener.getProcessInstanceKey(), listener.getElementInstanceKey());
    }

    record MilestoneAnswer(LocalDate reachedOn, String milestoneNote) {}

    @JobWorker(type = "programme.recordMilestone")
    public Map<String, Object> recordMilestone(ActivatedJob listener) {
        return answers.keep(
                listener,
                "milestoneRefused",
                MilestoneAnswer.class,
                (task, answer) -> milestones.reachMilestone(
                        task.id("handoverId"), answer.reachedOn(), answer.milestoneNote(), task.answer()));
    }

    record OpenRowsListed(int openCount, String openRows, String taskDueAt) {}

    @JobWorker(type = "programme.listOpenRows")
    public OpenRowsListed listOpenRows(@Variable long regionalProgrammeId) {
        StillOpen open = closing.warnOfBackstop(regionalProgrammeId);
        return new OpenRowsListed(open.count(), open.rows(), deadlines.inWorkingDays(settings.taskDue()));
    }

    record BackstopAnswer(String backstopNote) {}

    @JobWorker(type = "programme.recordBackstopNoted")
    public Map<String, Object> recordBackstopNoted(ActivatedJob listener) {
        return answers.keep(
                listener,
                "backstopRefused",
                BackstopAnswer.class,
                (task, answer) ->
                        closing.noteBackstop(task.id("regionalProgrammeId"), answer.backstopNote(), task.answer()));
    }

    record ReportPrepared(Report report, String signDueAt) {}

    @JobWorker(type = "programme.prepareClosingReport")
    public ReportPrepared prepareClosingReport(@Variable long regionalProgrammeId) {
        return new ReportPrepared(closing.report(regionalProgrammeId), deadlines.inWorkingDays(settings.taskDue()));
    }

    record ClosingAnswer(Boolean reportChecked, String closingNote) {}

    @JobWorker(type = "programme.recordClosed")
    public Map<String, Object> recordClosed(ActivatedJob listener) {
        return answers.keep(
                listener,
                "closingRefused",
                ClosingAnswer.class,
                (task, answer) -> closing.close(
                        task.id("regionalProgrammeId"), answer.reportChecked(), answer.closingNote(), task.answer()));
    }

    private Row row(RunningProgrammes.Row row, String regionName) {
        Handover handover = row.handover();
        boolean due = handover.due() != null;
        String dueAt = due ? deadlines.endOf(handover.due()) : null;
        return new Row(
                handover.id(),
                handover.planRowId(),
                handover.kind().name(),
                "%s %s, %s".formatted(handover.planRowId(), row.serviceName(), regionName),
                deadlines.startOf(handover.windowStart()),
                dueAt,
                due ? handover.due().toString() : "",
                Deadlines.inWords(handover.due()),
                dueAt);
    }

    private static String list(List<String> reasons) {
        return "- " + String.join("\n- ", reasons);
    }

    private static String slug(String regionCode) {
        return regionCode.toLowerCase(Locale.ROOT);
    }
}
