package uk.gov.justice.probation.devolution.consultation.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.outcome.ClosingConsultations;
import uk.gov.justice.probation.devolution.consultation.outcome.DecidingOutcome;

/** The automated steps of {@code staff-consultation} from the director's decision to the closing. */
@Component
public class DecisionWorkers {
    private final DecidingOutcome outcome;
    private final ClosingConsultations closing;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final ConsultationLinks links;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;

    DecisionWorkers(
            DecidingOutcome outcome,
            ClosingConsultations closing,
            ExpectedCalls calls,
            TaskAnswers answers,
            ConsultationLinks links,
            Deadlines deadlines,
            ConsultationSettings settings) {
        this.outcome = outcome;
        this.closing = closing;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record DecisionPrepared(String taskDueAt) {}

    @JobWorker(type = "consultation.prepareDecision")
    public DecisionPrepared prepareDecision(@Variable long consultationId) {
        outcome.prepare(consultationId);
        return new DecisionPrepared(deadlines.inWorkingDays(settings.taskDue()));
    }

    record OutcomeAnswer(String outcomeDecision, String outcomeNote, Boolean understood) implements Irreversible {

        @Override
        public boolean cannotBeUndone() {
            return "CONFIRM".equals(outcomeDecision);
        }
    }

    @JobWorker(type = "consultation.recordOutcome")
    public Map<String, Object> recordOutcome(ActivatedJob listener) {
        return answers.take(listener, "outcomeRefused", OutcomeAnswer.class, (task, answer) -> {
            outcome.decide(task.id("consultationId"), answer.outcomeDecision(), answer.outcomeNote(), task.answer());
            return Map.of("panelOnly", "RETURN".equals(answer.outcomeDecision()));
        });
    }

    @JobWorker(type = "consultation.expectOutcome")
    public void expectOutcome(ActivatedJob listener) {
        calls.expectForTheSame(
                "preferencing-outcome",
                "consultationId",
                listener.getProcessInstanceKey(),
                listener.getElementInstanceKey());
    }

    @JobWorker(type = "consultation.writeReport")
    public Map<String, String> writeReport(@Variable long consultationId) {
        closing.close(consultationId);
        return Map.of("reportUrl", links.consultation(consultationId));
    }
}
