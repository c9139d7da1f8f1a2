package uk.gov.justice.probation.devolution.handover.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.handover.EndingHandovers;
import uk.gov.justice.probation.devolution.handover.HandoverKind;
import uk.gov.justice.probation.devolution.handover.HandoverSettings;
import uk.gov.justice.probation.devolution.handover.OpeningHandovers;
import uk.gov.justice.probation.devolution.handover.Reminding;

/** The automated steps of {@code service-handover} and {@code site-move}, except those of the decision. */
@Component
public class HandoverWorkers {
    private final OpeningHandovers opening;
    private final EndingHandovers ending;
    private final Reminding reminding;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final ConsoleLinks links;
    private final Deadlines deadlines;
    private final HandoverSettings settings;

    HandoverWorkers(
            OpeningHandovers opening,
            EndingHandovers ending,
            Reminding reminding,
            ExpectedCalls calls,
            TaskAnswers answers,
            ConsoleLinks links,
            Deadlines deadlines,
            HandoverSettings settings) {
        this.opening = opening;
        this.ending = ending;
        this.reminding = reminding;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** Kept for programmes started under an earlier release. Their handovers are already expected (ADR 0065). */
    @JobWorker(type = "handover.expectHandover")
    public void expectHandover() {}

    /** Like {@link #expectHandover()}. */
    @JobWorker(type = "handover.expectSiteMove")
    public void expectSiteMove() {}

    record HandoverOpened(
            String serviceName,
            String fromNames,
            String toName,
            String dueDate,
            String dueDateText,
            String plannedDate,
            String plannedDateText,
            List<String> fromManagerGroups,
            List<String> toManagerGroups,
            List<String> receivingGroups,
            boolean waitsForSiteMove,
            String siteMoveNames,
            String consoleUrl,
            String regionCode,
            String regionSlug,
            String inventoryRefused,
            String overdueRefused,
            String reviewRefused) {}

    @JobWorker(type = "handover.open")
    public HandoverOpened open(@Variable long handoverId, ActivatedJob job) {
        OpeningHandovers.OpenedHandover opened = opening.open(handoverId, kind(job), job.getProcessInstanceKey());
        var handover = opened.handover();
        calls.begun(job, opening.callersOf(handover));
        List<String> receivers = List.of(opened.to().ownerGroup());
        return new HandoverOpened(
                opened.serviceName(),
                opened.fromNames(),
                opened.to().name(),
                handover.due() == null ? "" : handover.due().toString(),
                Deadlines.inWords(handover.due()),
                handover.plannedDate().toString(),
                Deadlines.inWords(handover.plannedDate()),
                opened.fromOwners(),
                receivers,
                receivers,
                !opened.siteMovesToWaitFor().isEmpty(),
                String.join(", ", opened.siteMovesToWaitFor()),
                links.base(),
                handover.regionCode(),
                handover.regionCode().toLowerCase(Locale.ROOT),
                null,
                null,
                null);
    }

    private static HandoverKind kind(ActivatedJob job) {
        return job.getBpmnProcessId().equals(HandoverKind.SITE_MOVE.process())
                ? HandoverKind.SITE_MOVE
                : HandoverKind.HANDOVER;
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
        return answers.keep(
                listener,
                "overdueRefused",
                OverdueAnswer.class,
                (task, answer) -> ending.noteOverdue(task.id("handoverId"), answer.overdueNote(), task.answer()));
    }

    @JobWorker(type = "handover.prepareReview")
    public Map<String, String> prepareReview() {
        return Map.of("taskDueAt", deadlines.inWorkingDays(settings.taskDue()));
    }

    record ReviewAnswer(String reviewOutcome, String reviewNote) {}

    @JobWorker(type = "handover.recordReview")
    public Map<String, Object> recordReview(ActivatedJob listener) {
        return answers.keep(
                listener,
                "reviewRefused",
                ReviewAnswer.class,
                (task, answer) -> ending.review(
                        task.id("handoverId"), answer.reviewOutcome(), answer.reviewNote(), task.answer()));
    }

    @JobWorker(type = "handover.close")
    public void close(@Variable long handoverId) {
        ending.close(handoverId);
    }
}
