package uk.gov.justice.probation.devolution.preferencing.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.preferencing.appeal.AppealReminders;
import uk.gov.justice.probation.devolution.preferencing.appeal.HearingAppeals;
import uk.gov.justice.probation.devolution.preferencing.appeal.OpeningAppeals;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;

/** The automated steps of {@code preference-appeal} up to the panel's decision. */
@Component
public class AppealWorkers {
    private final OpeningAppeals opening;
    private final HearingAppeals hearing;
    private final AppealReminders reminders;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final PreferencingLinks links;
    private final Deadlines deadlines;
    private final PreferencingSettings settings;

    AppealWorkers(
            OpeningAppeals opening,
            HearingAppeals hearing,
            AppealReminders reminders,
            ExpectedCalls calls,
            TaskAnswers answers,
            PreferencingLinks links,
            Deadlines deadlines,
            PreferencingSettings settings) {
        this.opening = opening;
        this.hearing = hearing;
        this.reminders = reminders;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record AppealOpened(
            long consultationId,
            String regionCode,
            String regionSlug,
            String regionName,
            String title,
            String consoleUrl,
            long memberId,
            String personName,
            boolean inTime,
            boolean outcomeIsFinal,
            Boolean admitted,
            String appealUrl,
            String lateDueAt,
            String reviewDueAt,
            String lateRefused,
            String reviewRefused,
            String decisionRefused,
            String arrangeRefused) {}

    @JobWorker(type = "preferencing.openAppeal")
    public AppealOpened openAppeal(@Variable long appealId, ActivatedJob job) {
        OpeningAppeals.OpenedAppeal opened = opening.open(appealId, job.getProcessInstanceKey());
        calls.begun(job);
        var consultation = opened.consultation();
        String due = deadlines.inWorkingDays(settings.appealStepDue());
        return new AppealOpened(
                consultation.id(),
                consultation.regionCode(),
                consultation.regionSlug(),
                consultation.regionName(),
                consultation.title(),
                links.base(),
                opened.memberId(),
                opened.personName(),
                opened.inTime(),
                opened.outcomeIsFinal(),
                null,
                links.appeal(appealId),
                due,
                due,
                null,
                null,
                null,
                null);
    }

    record LateAnswer(String admitLate, Boolean understood) implements Irreversible {

        @Override
        public boolean cannotBeUndone() {
            return "NO".equals(admitLate);
        }
    }

    @JobWorker(type = "preferencing.recordLateDecision")
    public Map<String, Object> recordLateDecision(ActivatedJob listener) {
        return answers.take(
                listener,
                "lateRefused",
                LateAnswer.class,
                (task, answer) -> Map.of(
                        "admitted",
                        hearing.admit(task.id("appealId"), answer.admitLate(), task.answer()),
                        "reviewDueAt",
                        deadlines.inWorkingDays(settings.appealStepDue())));
    }

    @JobWorker(type = "preferencing.refuseAppeal")
    public void refuseAppeal(@Variable long appealId) {
        hearing.refuse(appealId);
    }

    record Option(String value, String label) {}

    record ReviewAnswer(String reviewRecommendation) {}

    @JobWorker(type = "preferencing.recordReview")
    public Map<String, Object> recordReview(ActivatedJob listener) {
        return answers.take(listener, "reviewRefused", ReviewAnswer.class, (task, answer) -> {
            hearing.review(task.id("appealId"), answer.reviewRecommendation(), task.answer());
            LocalDate due = deadlines.workingDaysFrom(deadlines.today(), settings.appealDecision());
            LocalDate remind = deadlines.workingDaysFrom(
                    deadlines.today(), Math.max(0, settings.appealDecision() - settings.appealReminder()));
            return Map.of(
                    "panelRemindAt",
                    deadlines.startOf(remind),
                    "panelDueAt",
                    deadlines.endOf(due),
                    "panelDueText",
                    Deadlines.inWords(due),
                    "unions",
                    hearing.unions().entrySet().stream()
                            .map(union -> new Option(union.getKey(), union.getValue()))
                            .toList());
        });
    }

    record DecisionAnswer(String appealOutcome, String unionRepOf, Boolean understood) implements Irreversible {}

    @JobWorker(type = "preferencing.recordAppealDecision")
    public Map<String, Object> recordAppealDecision(ActivatedJob listener) {
        return answers.keep(
                listener,
                "decisionRefused",
                DecisionAnswer.class,
                (task, answer) -> hearing.decide(
                        task.id("appealId"), answer.appealOutcome(), answer.unionRepOf(), task.answer()));
    }

    @JobWorker(type = "preferencing.remindAppealPanel")
    public void remindAppealPanel(@Variable long appealId) {
        reminders.remindPanel(appealId);
    }

    @JobWorker(type = "preferencing.escalateAppeal")
    public void escalateAppeal(@Variable long appealId, @Variable String step) {
        reminders.escalate(appealId, step);
    }
}
