package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.AnsweredTask;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.AnsweringBreachPacks;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementQuestions;

/** The task of {@code upw-enforcement}: the breach pack. */
@Component
public class BreachWorkers {
    private final AnsweringBreachPacks packs;
    private final EnforcementQuestions questions;
    private final LimitedAnswers onPages;
    private final TaskAnswers answers;

    BreachWorkers(
            AnsweringBreachPacks packs, EnforcementQuestions questions, LimitedAnswers onPages, TaskAnswers answers) {
        this.packs = packs;
        this.questions = questions;
        this.onPages = onPages;
        this.answers = answers;
    }

    record BreachAnswer(String breachDecision, LocalDate packSentOn, Boolean understood)
            implements ForgottenAnswer, Irreversible {

        @Override
        public boolean cannotBeUndone() {
            return "SENT".equals(breachDecision);
        }
    }

    @JobWorker(type = "unpaidwork.recordBreach")
    public Map<String, Object> recordBreach(ActivatedJob listener) {
        return answers.take(
                listener,
                "breachRefused",
                BreachAnswer.class,
                (task, answer) -> onPages.take(
                        questions,
                        task.id("enforcementId"),
                        EnforcementQuestions.BREACH,
                        new Breach(answer.breachDecision(), answer.packSentOn()),
                        given -> new Breach(given.choice(), given.onDay()),
                        task.answer(),
                        breach -> breach(task, breach, listener)));
    }

    /** The answer, whether from the task or the page. The tick was checked when it was given. */
    private record Breach(String decision, LocalDate sentOn) {}

    /**
     * The path the process takes: 0 if the letter is withdrawn. A process of an earlier model uses the answer itself.
     */
    private Map<String, Object> breach(AnsweredTask task, Breach answer, ActivatedJob listener) {
        packs.answer(task.id("enforcementId"), answer.decision(), answer.sentOn(), task.answer());
        Map<String, Object> learned = new HashMap<>(Map.of("way", "NOT_BREACHED".equals(answer.decision()) ? 0 : 1));
        if (listener.getVariablesAsMap().containsKey("hold")) learned.put("breachDecision", answer.decision());
        return learned;
    }
}
