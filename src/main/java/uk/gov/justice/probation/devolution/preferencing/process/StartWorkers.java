package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;
import uk.gov.justice.probation.devolution.preferencing.start.PreparingStarts;
import uk.gov.justice.probation.devolution.preferencing.start.PreparingStarts.Start;
import uk.gov.justice.probation.devolution.preferencing.start.StartingInNewPlaces;
import uk.gov.justice.probation.devolution.preferencing.start.StartingInNewPlaces.Recorded;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/** The automated steps of {@code start-in-new-place} until the start is settled. */
@Component
public class StartWorkers {
    private final Consultations consultations;
    private final PreparingStarts preparing;
    private final StartingInNewPlaces starting;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final PreferencingLinks links;
    private final Deadlines deadlines;
    private final PreferencingSettings settings;

    StartWorkers(
            Consultations consultations,
            PreparingStarts preparing,
            StartingInNewPlaces starting,
            ExpectedCalls calls,
            TaskAnswers answers,
            PreferencingLinks links,
            Deadlines deadlines,
            PreferencingSettings settings) {
        this.consultations = consultations;
        this.preparing = preparing;
        this.starting = starting;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record Prepared(
            boolean proceed,
            String title,
            String regionName,
            String regionSlug,
            String consoleUrl,
            String personName,
            List<String> managerUsers,
            List<String> managerGroups,
            String siteName,
            String roleName,
            String newTasksText,
            String startDueAt,
            String startRefused) {
        private static final Prepared NOT_NEEDED =
                new Prepared(false, "", "", "", "", "", List.of(), List.of(), "", "", "", null, null);
    }

    @JobWorker(type = "preferencing.prepareStart")
    public Prepared prepareStart(@Variable long memberId, ActivatedJob job) {
        calls.claim("start-in-new-place", memberId, job.getProcessInstanceKey(), consultations.processOf(memberId));
        Prepared prepared = preparing
                .prepare(memberId, job.getProcessInstanceKey())
                .map(this::prepared)
                .orElse(Prepared.NOT_NEEDED);
        calls.begun(job);
        return prepared;
    }

    private Prepared prepared(Start start) {
        String newTasks = start.newTasks().isEmpty()
                ? "None: the tasks are the same as today's."
                : start.newTasks().stream().map(task -> "- " + task).collect(Collectors.joining("\n"));
        return new Prepared(
                true,
                start.consultation().title(),
                start.consultation().regionName(),
                start.consultation().regionSlug(),
                links.base(),
                start.personName(),
                start.manager().users(),
                start.manager().groups(),
                start.place().siteName(),
                start.place().post(),
                newTasks,
                deadlines.inWorkingDays(settings.startDue()),
                null);
    }

    record StartAnswer(LocalDate startsOn, Boolean inductionBooked, Boolean toolsReady, Boolean learningPlanAgreed) {
        Recorded recorded() {
            if (!Boolean.TRUE.equals(inductionBooked)
                    || !Boolean.TRUE.equals(toolsReady)
                    || !Boolean.TRUE.equals(learningPlanAgreed)) {
                throw new BreaksRules(
                        "Book the induction, get the tools ready and agree the learning plan, then tick all three.");
            }
            return new Recorded(startsOn, true, true, true);
        }
    }

    @JobWorker(type = "preferencing.recordStart")
    public Map<String, Object> recordStart(ActivatedJob listener) {
        return answers.keep(
                listener,
                "startRefused",
                StartAnswer.class,
                (task, answer) -> starting.record(task.id("memberId"), answer.recorded(), task.answer()));
    }
}
