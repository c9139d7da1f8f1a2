package uk.gov.justice.probation.devolution.termination.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.termination.CollectingOpenWork;
import uk.gov.justice.probation.devolution.termination.CollectingOpenWork.Collected;
import uk.gov.justice.probation.devolution.termination.Eligibility;
import uk.gov.justice.probation.devolution.termination.TellingOthers;
import uk.gov.justice.probation.devolution.termination.TerminationDates;

/** The steps of {@code case-termination} that find what is open in a case and what blocks it. */
@Component
public class OpenWorkWorkers {
    private final CollectingOpenWork collecting;
    private final ExpectedCalls calls;
    private final TaskSubjects subjects;
    private final TaskAnswers answers;
    private final TerminationLinks links;
    private final TerminationDates dates;

    OpenWorkWorkers(
            CollectingOpenWork collecting,
            ExpectedCalls calls,
            TaskSubjects subjects,
            TaskAnswers answers,
            TerminationLinks links,
            TerminationDates dates) {
        this.collecting = collecting;
        this.calls = calls;
        this.subjects = subjects;
        this.answers = answers;
        this.links = links;
        this.dates = dates;
    }

    /**
     * What the process is given about the case: references, groups and when to check again. For a limited-access case,
     * nothing derived from its dates.
     */
    @JobWorker(type = "termination.collect")
    public Map<String, Object> collect(@Variable long terminationId, ActivatedJob job) {
        long instance = job.getProcessInstanceKey();
        if (!collecting.isBegunBy(terminationId, instance))
            calls.claim("case-termination", terminationId, instance, List.of());
        subjects.note(instance, collecting.about(terminationId));
        Collected collected = collecting.collect(terminationId, instance);
        var probationCase = collected.probationCase();
        Map<String, Object> variables = new HashMap<>();
        variables.put("over", collected.over());
        variables.put("frozen", collected.frozen());
        variables.put("crn", probationCase.crn());
        variables.put("caseText", probationCase.text());
        variables.put("limited", probationCase.limitedAccess());
        variables.put("regionCode", probationCase.regionCode());
        variables.put("regionSlug", probationCase.regionSlug());
        variables.put("regionName", probationCase.regionName());
        variables.put("ownerGroup", collected.owner().group());
        variables.put("practitionerGroup", TellingOthers.practitionerGroup(probationCase));
        variables.put("consoleUrl", links.base());
        variables.put("terminationUrl", links.termination(terminationId));
        variables.put("lookAgainAt", dates.lookAgainAt());
        variables.put("taskDueAt", dates.taskDueAt());
        variables.put("overdueNoticeCycle", overdueNoticeCycle(collected));
        for (String task : List.of("evidence", "review", "spo", "looked", "court"))
            variables.put(task + "Refused", null);
        return variables;
    }

    private String overdueNoticeCycle(Collected collected) {
        return collected.probationCase().limitedAccess()
                ? dates.overdueNoticeCycleFromToday()
                : dates.overdueNoticeCycle(collected.termination());
    }

    /** The path the process takes, without the reasons. */
    enum Way {
        CLEAR,
        COURT,
        COMPONENTS,
        EVENT;

        static Way of(Eligibility eligibility) {
            return switch (eligibility) {
                case BLOCK -> CLEAR;
                case EXTEND -> COURT;
                case COMPONENT_ONLY -> COMPONENTS;
                case COMPLETE -> EVENT;
            };
        }
    }

    @JobWorker(type = "termination.decideWay")
    public Map<String, Way> decideWay(@Variable long terminationId) {
        return Map.of("way", Way.of(collecting.decide(terminationId)));
    }

    record Looked(Boolean looked) implements ForgottenAnswer {}

    @JobWorker(type = "termination.recordLooked")
    public Map<String, Object> recordLooked(ActivatedJob listener) {
        return answers.keep(
                listener,
                "lookedRefused",
                Looked.class,
                (task, answer) -> collecting.looked(task.id("terminationId"), task.answer()));
    }
}
