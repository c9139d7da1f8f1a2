package uk.gov.justice.probation.devolution.termination.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.termination.AskingForTerminations;
import uk.gov.justice.probation.devolution.termination.AskingForTerminations.Request;
import uk.gov.justice.probation.devolution.termination.TerminationDates;

/**
 * The steps of {@code case-termination} before it starts, for a termination requested in a start form: it is confirmed
 * or withdrawn.
 */
@Component
public class AskedTerminationWorkers {
    private final AskingForTerminations asking;
    private final TaskSubjects subjects;
    private final TaskAnswers answers;
    private final TerminationDates dates;

    AskedTerminationWorkers(
            AskingForTerminations asking, TaskSubjects subjects, TaskAnswers answers, TerminationDates dates) {
        this.asking = asking;
        this.subjects = subjects;
        this.answers = answers;
        this.dates = dates;
    }

    /**
     * Saves what was entered in the start form. It is not trusted until a colleague responsible for such cases confirms
     * it.
     */
    @JobWorker(
            type = "termination.askToConfirm",
            fetchVariables = {"crn", "eventNumber", "regionCode"})
    public Map<String, Object> askToConfirm(ActivatedJob job) {
        Map<String, Object> form = job.getVariablesAsMap();
        Optional<Request> request = asking.ask(
                typed(form, "crn"), typed(form, "eventNumber"), typed(form, "regionCode"), job.getProcessInstanceKey());
        if (request.isEmpty()) return Map.of("readable", false);
        String region = request.get().regionCode();
        subjects.note(
                job.getProcessInstanceKey(),
                new TaskSubject(
                        "regionCode", region, AskingForTerminations.subject(job.getProcessInstanceKey()), region));
        Map<String, Object> variables = new HashMap<>();
        variables.put("readable", true);
        variables.put("requestText", request.get().text());
        variables.put("regionName", request.get().regionName());
        variables.put("confirmGroups", asking.confirmers(job.getProcessInstanceKey()));
        variables.put("taskDueAt", dates.taskDueAt());
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
        return answers.keep(
                listener,
                "startRefused",
                StartAnswer.class,
                (task, answer) -> asking.answer(listener.getProcessInstanceKey(), answer.startAnswer(), task.answer()));
    }

    @JobWorker(type = "termination.startByHand")
    public Map<String, Long> startByHand(ActivatedJob job) {
        try {
            return Map.of("terminationId", asking.start(job.getProcessInstanceKey()));
        } catch (NotPossibleNow refused) {
            throw CamundaError.bpmnError(
                    "START_REFUSED",
                    refused.getMessage(),
                    Map.of("refusedReason", refused.getMessage(), "taskDueAt", dates.taskDueAt()));
        }
    }

    record Read() {}

    @JobWorker(type = "termination.recordRefusalRead")
    public Map<String, Object> recordRefusalRead(ActivatedJob listener) {
        return answers.keep(
                listener,
                "readRefused",
                Read.class,
                (task, read) -> asking.refusalRead(listener.getProcessInstanceKey(), task.answer()));
    }
}
