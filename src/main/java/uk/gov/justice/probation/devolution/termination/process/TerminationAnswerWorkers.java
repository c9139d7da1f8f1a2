package uk.gov.justice.probation.devolution.termination.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers.Given;
import uk.gov.justice.probation.devolution.termination.GivingEvidence;
import uk.gov.justice.probation.devolution.termination.GoingBackToCourt;
import uk.gov.justice.probation.devolution.termination.Reviewing;
import uk.gov.justice.probation.devolution.termination.TerminationQuestions;

/** The steps of {@code case-termination} that take the answers of its tasks, on the way to the end or back to court. */
@Component
public class TerminationAnswerWorkers {
    private final GoingBackToCourt court;
    private final GivingEvidence evidence;
    private final Reviewing reviewing;
    private final TerminationQuestions questions;
    private final LimitedAnswers onPages;
    private final TaskAnswers answers;

    TerminationAnswerWorkers(
            GoingBackToCourt court,
            GivingEvidence evidence,
            Reviewing reviewing,
            TerminationQuestions questions,
            LimitedAnswers onPages,
            TaskAnswers answers) {
        this.court = court;
        this.evidence = evidence;
        this.reviewing = reviewing;
        this.questions = questions;
        this.onPages = onPages;
        this.answers = answers;
    }

    record Application(LocalDate appliedOn, LocalDate extendedTo) implements ForgottenAnswer {}

    @JobWorker(type = "termination.recordExtension")
    public Map<String, Object> recordExtension(ActivatedJob listener) {
        return answers.keep(
                listener,
                "courtRefused",
                Application.class,
                (task, answer) -> court.applied(
                        task.id("terminationId"), answer.appliedOn(), answer.extendedTo(), task.answer()));
    }

    record EvidenceGiven(Boolean evidenceOnPage) implements ForgottenAnswer {}

    @JobWorker(type = "termination.recordEvidence")
    public Map<String, Object> recordEvidence(ActivatedJob listener) {
        return answers.keep(
                listener,
                "evidenceRefused",
                EvidenceGiven.class,
                (task, answer) -> evidence.complete(
                        task.id("terminationId"), Boolean.TRUE.equals(answer.evidenceOnPage()), task.answer()));
    }

    record Review(String reviewDecision, Boolean understood) implements ForgottenAnswer, Irreversible {

        @Override
        public boolean cannotBeUndone() {
            return "AGREE".equals(reviewDecision);
        }
    }

    @JobWorker(type = "termination.recordReview")
    public Map<String, Object> recordReview(ActivatedJob listener) {
        return answers.take(
                listener,
                "reviewRefused",
                Review.class,
                (task, answer) -> onPages.take(
                        questions,
                        task.id("terminationId"),
                        TerminationQuestions.REVIEW,
                        answer.reviewDecision(),
                        Given::choice,
                        task.answer(),
                        decision -> Map.of(
                                "secondReview",
                                reviewing.review(task.id("terminationId"), decision, task.answer()),
                                "goesOn",
                                agrees(decision))));
    }

    record Agreement(String spoDecision, Boolean understood) implements ForgottenAnswer, Irreversible {

        @Override
        public boolean cannotBeUndone() {
            return "AGREE".equals(spoDecision);
        }
    }

    @JobWorker(type = "termination.recordSpo")
    public Map<String, Object> recordSpo(ActivatedJob listener) {
        return answers.take(
                listener,
                "spoRefused",
                Agreement.class,
                (task, answer) -> onPages.take(
                        questions,
                        task.id("terminationId"),
                        TerminationQuestions.AGREEMENT,
                        answer.spoDecision(),
                        Given::choice,
                        task.answer(),
                        decision -> {
                            reviewing.agree(task.id("terminationId"), decision, task.answer());
                            return Map.of("goesOn", agrees(decision));
                        }));
    }

    private static boolean agrees(String decision) {
        return "AGREE".equals(decision);
    }
}
