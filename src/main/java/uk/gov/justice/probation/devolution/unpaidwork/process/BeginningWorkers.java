package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.unpaidwork.intake.PlacingWithTeams;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;

/**
 * The automated steps of {@code upw-beginning} that give an order to a team. For a limited-access case no team is
 * named, because it would reveal where the person lives.
 */
@Component
public class BeginningWorkers {
    private static final String ORDER = "orderId";

    private final PlacingWithTeams placing;
    private final CallsOfOrders calls;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;

    BeginningWorkers(
            PlacingWithTeams placing,
            CallsOfOrders calls,
            TaskAnswers answers,
            Deadlines deadlines,
            UnpaidWorkSettings settings) {
        this.placing = placing;
        this.calls = calls;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record Placed(
            String teamCode,
            String teamName,
            List<Selectable> teams,
            String teamDueAt,
            String teamNoticeCycle,
            String teamRefused) {}

    @JobWorker(
            type = "unpaidwork.placeWithTeam",
            fetchVariables = {"orderId", "limited"})
    public Placed placeWithTeam(@Variable long orderId, @Variable boolean limited, ActivatedJob job) {
        calls.claimBeginning(orderId, job);
        List<PlacingWithTeams.Choice> teams = placing.teams(orderId);
        List<Selectable> selectable = limited
                ? List.of()
                : teams.stream()
                        .map(team -> new Selectable(team.code(), team.name()))
                        .toList();
        return new Placed(
                limited ? null : teams.getFirst().code(),
                limited ? "" : teams.getFirst().name(),
                selectable,
                due(),
                notice(due()),
                null);
    }

    record TeamAnswer(String teamChosen) implements ForgottenAnswer {}

    @JobWorker(type = "unpaidwork.recordTeam")
    public Map<String, Object> recordTeam(ActivatedJob listener) {
        return answers.keep(
                listener,
                "teamRefused",
                TeamAnswer.class,
                (task, answer) -> placing.confirm(task.id(ORDER), answer.teamChosen(), task.answer()));
    }

    private String due() {
        return deadlines.inWorkingDays(settings.taskDue());
    }

    private String notice(String dueAt) {
        return deadlines.noticeCycle(dueAt, settings.reminder());
    }
}
