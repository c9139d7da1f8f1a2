package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.unpaidwork.intake.InstructingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects;
import uk.gov.justice.probation.devolution.unpaidwork.project.ChoosingProjects.Choice;

/**
 * The automated steps of {@code upw-beginning} that choose a project and send instructions. For a limited-access case
 * no project is named, because it would reveal where the person lives.
 */
@Component
public class ProjectWorkers {
    private static final String ORDER = "orderId";

    private final ChoosingProjects choosing;
    private final InstructingOrders instructing;
    private final CallsOfOrders calls;
    private final TaskAnswers answers;
    private final UnpaidWorkLinks links;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;

    ProjectWorkers(
            ChoosingProjects choosing,
            InstructingOrders instructing,
            CallsOfOrders calls,
            TaskAnswers answers,
            UnpaidWorkLinks links,
            Deadlines deadlines,
            UnpaidWorkSettings settings) {
        this.choosing = choosing;
        this.instructing = instructing;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record Proposed(
            List<Selectable> proposals,
            String proposalsUrl,
            String noneText,
            String projectDueAt,
            String projectNoticeCycle) {}

    /** A choice that was refused does not get more time. */
    @JobWorker(
            type = "unpaidwork.proposeProjects",
            fetchVariables = {"orderId", "limited", "projectDueAt", "projectNoticeCycle"})
    public Proposed proposeProjects(
            @Variable long orderId,
            @Variable boolean limited,
            @Variable(optional = true) String projectDueAt,
            @Variable(optional = true) String projectNoticeCycle,
            ActivatedJob job) {
        calls.claimBeginning(orderId, job);
        List<Selectable> proposals = limited
                ? List.of()
                : choosing.propose(orderId).stream()
                        .map(proposal -> new Selectable(proposal.projectCode(), proposal.label()))
                        .toList();
        String none = limited || !proposals.isEmpty()
                ? null
                : "Our page says why each project of the region cannot be chosen.";
        boolean again = projectDueAt != null && projectNoticeCycle != null;
        return new Proposed(
                proposals,
                links.projects(orderId),
                none,
                again ? projectDueAt : due(),
                again ? projectNoticeCycle : notice(due()));
    }

    record ProjectAnswer(String projectChosen, String frequency, LocalDate firstSessionOn, Boolean projectOnPage)
            implements ForgottenAnswer {

        Choice choice() {
            return new Choice(projectChosen, frequency, firstSessionOn);
        }
    }

    @JobWorker(type = "unpaidwork.recordProject")
    public Map<String, Object> recordProject(ActivatedJob listener) {
        return answers.keep(
                listener,
                "projectRefused",
                ProjectAnswer.class,
                (task, answer) -> choosing.choose(task.id(ORDER), answer.choice(), task.answer()));
    }

    @JobWorker(type = "unpaidwork.sendInstructions")
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
