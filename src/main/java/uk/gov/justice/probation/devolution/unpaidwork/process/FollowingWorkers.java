package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers;
import uk.gov.justice.probation.devolution.caseload.LimitedAnswers.Given;
import uk.gov.justice.probation.devolution.unpaidwork.intake.InstructingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Forecast;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderQuestions;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;
import uk.gov.justice.probation.devolution.unpaidwork.session.FollowingOrders;

/**
 * The automated steps of {@code upw-placement} while an order is worked: learning, reviews, the forecast and
 * applications to the court.
 */
@Component
public class FollowingWorkers {
    private static final String ORDER = "orderId";

    private final InstructingOrders instructing;
    private final FollowingOrders following;
    private final OrderQuestions questions;
    private final LimitedAnswers onPages;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;

    FollowingWorkers(
            InstructingOrders instructing,
            FollowingOrders following,
            OrderQuestions questions,
            LimitedAnswers onPages,
            TaskAnswers answers,
            Deadlines deadlines,
            UnpaidWorkSettings settings) {
        this.instructing = instructing;
        this.following = following;
        this.questions = questions;
        this.onPages = onPages;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record LearningChecked(boolean learningTakenUp, String helpDueAt, String helpNoticeCycle, String helpRefused) {}

    @JobWorker(type = "unpaidwork.checkLearning")
    public LearningChecked checkLearning(@Variable long orderId) {
        String due = deadlines.inWorkingDays(settings.taskDue());
        return new LearningChecked(instructing.checkLearning(orderId), due, notice(due), null);
    }

    record HelpAnswer(LocalDate helpGivenOn) implements ForgottenAnswer {}

    @JobWorker(type = "unpaidwork.recordHelp")
    public Map<String, Object> recordHelp(ActivatedJob listener) {
        return answers.keep(
                listener,
                "helpRefused",
                HelpAnswer.class,
                (task, answer) -> onPages.keep(
                        questions,
                        task.id(ORDER),
                        OrderQuestions.LEARNING,
                        answer.helpGivenOn(),
                        Given::onDay,
                        task.answer(),
                        on -> instructing.helped(task.id(ORDER), on, task.answer())));
    }

    record ReviewPrepared(String reviewDueAt, String reviewNoticeCycle) {}

    @JobWorker(type = "unpaidwork.prepareReview")
    public ReviewPrepared prepareReview(@Variable long orderId) {
        following.beginReview(orderId);
        String due = deadlines.inWorkingDays(settings.reviewDue());
        return new ReviewPrepared(due, notice(due));
    }

    record ReviewAnswer(String reviewAnswer) implements ForgottenAnswer {}

    @JobWorker(type = "unpaidwork.recordReview")
    public Map<String, Object> recordReview(ActivatedJob listener) {
        return answers.keep(
                listener,
                "reviewRefused",
                ReviewAnswer.class,
                (task, answer) -> onPages.keep(
                        questions,
                        task.id(ORDER),
                        OrderQuestions.REVIEW,
                        answer.reviewAnswer(),
                        Given::choice,
                        task.answer(),
                        review -> following.review(task.id(ORDER), review, task.answer())));
    }

    @JobWorker(type = "unpaidwork.forecast")
    public void forecast(@Variable long orderId, ActivatedJob job) {
        following.forecast(orderId, job.getElementId().equals("Task_ForecastNine") ? Forecast.FIRST : Forecast.LAST);
    }

    record CourtPrepared(boolean hoursLeft, String courtDueAt, String courtNoticeCycle) {}

    @JobWorker(type = "unpaidwork.prepareCourt")
    public CourtPrepared prepareCourt(@Variable long orderId) {
        String due = deadlines.inWorkingDays(settings.courtDue());
        return new CourtPrepared(following.hoursLeft(orderId), due, notice(due));
    }

    record CourtAnswer(LocalDate appliedOn, String applicationFor) implements ForgottenAnswer {}

    @JobWorker(type = "unpaidwork.recordCourtApplication")
    public Map<String, Object> recordCourtApplication(ActivatedJob listener) {
        return answers.keep(
                listener,
                "courtRefused",
                CourtAnswer.class,
                (task, answer) -> onPages.keep(
                        questions,
                        task.id(ORDER),
                        OrderQuestions.COURT,
                        answer,
                        given -> new CourtAnswer(given.onDay(), given.choice()),
                        task.answer(),
                        applied -> following.appliedToCourt(
                                task.id(ORDER), applied.appliedOn(), applied.applicationFor(), task.answer())));
    }

    private String notice(String dueAt) {
        return deadlines.noticeCycle(dueAt, settings.reminder());
    }
}
