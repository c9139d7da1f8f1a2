package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ForgottenAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.unpaidwork.order.TimeWorked;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;
import uk.gov.justice.probation.devolution.unpaidwork.session.Meaning;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.PreparingSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.PreparingSessions.Prepared;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingOutcomes;

/** The automated steps of {@code upw-session}. */
@Component
public class SessionWorkers {
    private final PreparingSessions preparing;
    private final RecordingOutcomes recording;
    private final SettlingOutcomes settling;
    private final CallsOfOrders calls;
    private final TaskAnswers answers;
    private final UnpaidWorkLinks links;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;

    SessionWorkers(
            PreparingSessions preparing,
            RecordingOutcomes recording,
            SettlingOutcomes settling,
            CallsOfOrders calls,
            TaskAnswers answers,
            UnpaidWorkLinks links,
            Deadlines deadlines,
            UnpaidWorkSettings settings) {
        this.preparing = preparing;
        this.recording = recording;
        this.settling = settling;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    record PreparedSession(
            boolean outcomeGiven,
            boolean sessionCancelled,
            String sessionAt,
            String sessionText,
            String sessionInShort,
            String sessionUrl,
            String sessionDueAt,
            String sessionLateAt,
            String outcomeRefused) {}

    @JobWorker(type = "unpaidwork.prepareSession", fetchVariables = "sessionId")
    public PreparedSession prepareSession(@Variable long sessionId, ActivatedJob job) {
        calls.claimSession(sessionId, job);
        Prepared session = preparing.prepare(sessionId, job.getProcessInstanceKey());
        if (session.cancelled()) return new PreparedSession(false, true, null, null, null, null, null, null, null);
        if (session.limited())
            return new PreparedSession(
                    session.given(), false, null, session.text(), null, links.session(sessionId), null, null, null);
        String lateAt =
                settings.outcomeLate() == 0 ? deadlines.moment(session.endsAt()) : deadlines.endOf(session.lateOn());
        return new PreparedSession(
                session.given(),
                false,
                deadlines.moment(session.startsAt()),
                session.text(),
                session.inShort(),
                links.session(sessionId),
                deadlines.endOf(session.dueOn()),
                lateAt,
                null);
    }

    /** The answers of the supervisor's task. Empty fields are null. */
    record OutcomeAnswer(
            String outcomeCode,
            String workedFrom,
            String workedUntil,
            Integer penaltyMinutes,
            String quality,
            String behaviour,
            Boolean explained,
            Boolean verySerious)
            implements ForgottenAnswer {

        Outcome outcome() {
            return new Outcome(
                    outcomeCode,
                    time(workedFrom, LocalTime::parse),
                    time(workedUntil, TimeWorked::end),
                    Objects.requireNonNullElse(penaltyMinutes, 0),
                    chosen(quality),
                    chosen(behaviour),
                    null,
                    false,
                    Boolean.TRUE.equals(explained),
                    Boolean.TRUE.equals(verySerious),
                    null);
        }

        private static LocalTime time(String typed, Function<String, LocalTime> reading) {
            try {
                return chosen(typed) == null ? null : reading.apply(typed.strip());
            } catch (DateTimeParseException noTime) {
                throw new BreaksRules("Enter the times as hours and minutes, for example 09:30.");
            }
        }

        private static String chosen(String value) {
            return value == null || value.isBlank() ? null : value;
        }
    }

    @JobWorker(type = "unpaidwork.recordOutcome")
    public Map<String, Object> recordOutcome(ActivatedJob listener) {
        return answers.keep(
                listener,
                "outcomeRefused",
                OutcomeAnswer.class,
                (task, answer) -> recording.answer(task.id("sessionId"), answer.outcome(), task.answer()));
    }

    /** The engine learns which path to take, but not why: 4 if nothing is left to do, since its file settled it. */
    record OutcomeRead(int way) {}

    /** What a process of an earlier model uses. */
    record MeaningRead(Meaning meaning) {}

    @JobWorker(type = "unpaidwork.readOutcome", fetchVariables = "sessionId")
    public Record readOutcome(@Variable long sessionId, ActivatedJob job) {
        Meaning meaning = settling.read(sessionId);
        if (job.getElementId().equals("Task_ReadOutcome")) return new MeaningRead(meaning);
        if (settling.isSettled(sessionId)) return new OutcomeRead(4);
        return new OutcomeRead(
                switch (meaning) {
                    case RESCHEDULE -> 0;
                    case CREDIT -> 1;
                    case ENFORCE -> 2;
                    case CREDIT_AND_ENFORCE -> 3;
                });
    }

    @JobWorker(type = "unpaidwork.creditSession")
    public void creditSession(@Variable long sessionId) {
        settling.credit(sessionId);
    }

    @JobWorker(type = "unpaidwork.rescheduleSession")
    public void rescheduleSession(@Variable long sessionId) {
        settling.reschedule(sessionId);
    }
}
