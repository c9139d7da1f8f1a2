package uk.gov.justice.probation.devolution.consultation.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.Escalating;
import uk.gov.justice.probation.devolution.consultation.launch.SettingScope;
import uk.gov.justice.probation.devolution.consultation.launch.SettingScope.Scope;
import uk.gov.justice.probation.devolution.consultation.union.OpeningIndividualStage;

/** The automated steps of {@code staff-consultation} from its scope to the opening of the individual stage. */
@Component
public class ConsultationWorkers {
    private final SettingScope scope;
    private final OpeningIndividualStage individualStage;
    private final Escalating escalating;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final ConsultationLinks links;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;

    ConsultationWorkers(
            SettingScope scope,
            OpeningIndividualStage individualStage,
            Escalating escalating,
            ExpectedCalls calls,
            TaskAnswers answers,
            ConsultationLinks links,
            Deadlines deadlines,
            ConsultationSettings settings) {
        this.scope = scope;
        this.individualStage = individualStage;
        this.escalating = escalating;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record ScopeAnswer(Integer affectedPosts, Integer proposedRedundancies, String businessCase, String proposals) {}

    @JobWorker(type = "consultation.recordScope")
    public Map<String, Object> recordScope(ActivatedJob listener) {
        return answers.take(listener, "scopeRefused", ScopeAnswer.class, (task, answer) -> {
            scope.set(
                    task.id("consultationId"),
                    new Scope(
                            answer.affectedPosts(),
                            answer.proposedRedundancies(),
                            answer.businessCase(),
                            answer.proposals()),
                    task.answer());
            return Map.of("taskDueAt", due());
        });
    }

    record Hr1Answer(LocalDate hr1SentOn, String hr1Reference) {}

    @JobWorker(type = "consultation.recordHr1")
    public Map<String, Object> recordHr1(ActivatedJob listener) {
        return answers.keep(
                listener,
                "hr1Refused",
                Hr1Answer.class,
                (task, answer) -> scope.hr1Sent(
                        task.id("consultationId"), answer.hr1SentOn(), answer.hr1Reference(), task.answer()));
    }

    record StageOpened(String individualUrl, String taskDueAt) {}

    @JobWorker(type = "consultation.openIndividualStage")
    public StageOpened openIndividualStage(@Variable long consultationId) {
        individualStage.open(consultationId);
        return new StageOpened(links.people(consultationId), due());
    }

    @JobWorker(type = "consultation.expectPreferencing")
    public void expectPreferencing(ActivatedJob listener) {
        calls.expectForTheSame(
                "location-preferencing",
                "consultationId",
                listener.getProcessInstanceKey(),
                listener.getElementInstanceKey());
    }

    @JobWorker(type = "consultation.escalate")
    public void escalate(@Variable long consultationId, @Variable Escalating.Step step) {
        escalating.escalate(consultationId, step);
    }

    private String due() {
        return deadlines.inWorkingDays(settings.taskDue());
    }
}
