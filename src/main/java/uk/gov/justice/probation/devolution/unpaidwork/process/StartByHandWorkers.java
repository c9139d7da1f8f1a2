package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingByHand;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;

/**
 * The automated steps of {@code upw-placement} for an order started by hand: the request is looked up, then confirmed
 * or refused.
 */
@Component
public class StartByHandWorkers {
    private final StartingByHand byHand;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;

    StartByHandWorkers(StartingByHand byHand, TaskAnswers answers, Deadlines deadlines, UnpaidWorkSettings settings) {
        this.byHand = byHand;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** @param caseId null if nothing can be started */
    record StartFound(
            String startGroup,
            String regionName,
            String taskDueAt,
            Long caseId,
            String crn,
            Integer eventNumber,
            String caseText,
            Boolean limited,
            String refusedReason,
            String startRefused,
            String readRefused) {}

    /** Accepts anything sent with the start form. For a limited-access case not even the event is passed on. */
    @JobWorker(
            type = "unpaidwork.findStart",
            fetchVariables = {"crn", "eventNumber", "regionCode"})
    public StartFound findStart(ActivatedJob job) {
        Map<String, Object> sent = job.getVariablesAsMap();
        return byHand.find(
                        sent.get("crn"), sent.get("eventNumber"), sent.get("regionCode"), job.getProcessInstanceKey())
                .map(this::found)
                .orElse(new StartFound(null, null, null, null, null, null, null, null, null, null, null));
    }

    private StartFound found(StartingByHand.Asked asked) {
        String due = deadlines.inWorkingDays(settings.taskDue());
        ProbationCase of = asked.probationCase();
        if (of == null)
            return new StartFound(
                    asked.group(),
                    asked.region().name(),
                    due,
                    null,
                    null,
                    null,
                    null,
                    null,
                    asked.refused(),
                    null,
                    null);
        return new StartFound(
                asked.group(),
                asked.region().name(),
                due,
                of.id(),
                of.crn(),
                of.limitedAccess() ? null : of.eventNumber(),
                of.text(),
                of.limitedAccess(),
                null,
                null,
                null);
    }

    record StartAnswer(String startAnswer) {}

    @JobWorker(type = "unpaidwork.recordStart")
    public Map<String, Object> recordStart(ActivatedJob listener) {
        return answers.keep(
                listener,
                "startRefused",
                StartAnswer.class,
                (task, answer) -> byHand.confirm(task.id("caseId"), answer.startAnswer(), task.answer()));
    }

    record NoAnswer() {}

    @JobWorker(type = "unpaidwork.recordRefusalRead")
    public Map<String, Object> recordRefusalRead(ActivatedJob listener) {
        return answers.keep(
                listener,
                "readRefused",
                NoAnswer.class,
                (task, answer) -> byHand.read(task.text("regionCode"), task.answer()));
    }
}
