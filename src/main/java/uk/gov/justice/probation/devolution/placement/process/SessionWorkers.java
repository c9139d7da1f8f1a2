package uk.gov.justice.probation.devolution.placement.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.placement.Meaning;
import uk.gov.justice.probation.devolution.placement.Outcome;
import uk.gov.justice.probation.devolution.placement.PlacementSettings;
import uk.gov.justice.probation.devolution.placement.PreparingSessions;
import uk.gov.justice.probation.devolution.placement.PreparingSessions.Prepared;
import uk.gov.justice.probation.devolution.placement.RecordingOutcomes;
import uk.gov.justice.probation.devolution.placement.SettlingOutcomes;

/** The automated steps of {@code upw-session}. */
@Component
public class SessionWorkers {
  private final PreparingSessions preparing;
  private final RecordingOutcomes recording;
  private final SettlingOutcomes settling;
  private final TaskAnswers answers;
  private final PlacementLinks links;
  private final Deadlines deadlines;
  private final PlacementSettings settings;

  SessionWorkers(PreparingSessions preparing, RecordingOutcomes recording, SettlingOutcomes settling, TaskAnswers answers, PlacementLinks links, Deadlines deadlines,
      PlacementSettings settings) {
    this.preparing = preparing;
    this.recording = recording;
    this.settling = settling;
    this.answers = answers;
    this.links = links;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record PreparedSession(
      boolean outcomeGiven, boolean sessionCancelled, String sessionAt, String sessionText, String sessionUrl, String sessionDueAt, String sessionLateAt, String outcomeRefused) {}

  @JobWorker(type = "placement.prepareSession")
  public PreparedSession prepareSession(@Variable long sessionId) {
    Prepared session = preparing.prepare(sessionId);
    String lateAt = settings.outcomeLate() == 0 ? deadlines.moment(session.endsAt()) : deadlines.endOf(session.lateOn());
    return new PreparedSession(
        session.given(), session.cancelled(), deadlines.moment(session.startsAt()), session.text(), links.session(sessionId), deadlines.endOf(session.dueOn()), lateAt, null);
  }

  record OutcomeAnswered(String outcomeRefused) {}

  /** The answer of the supervisor's task; what a form left empty is null. */
  record Answer(String outcomeCode, String workedFrom, String workedUntil, Integer penaltyMinutes, String quality, String behaviour, Boolean explained, Boolean verySerious) {

    Outcome outcome() {
      return new Outcome(
          outcomeCode, time(workedFrom), time(workedUntil), Objects.requireNonNullElse(penaltyMinutes, 0), chosen(quality), chosen(behaviour), null, false,
          Boolean.TRUE.equals(explained), Boolean.TRUE.equals(verySerious), null);
    }

    private static LocalTime time(String typed) {
      return chosen(typed) == null ? null : LocalTime.parse(typed.strip());
    }

    private static String chosen(String value) {
      return value == null || value.isBlank() ? null : value;
    }
  }

  @JobWorker(type = "placement.recordOutcome")
  public OutcomeAnswered recordOutcome(@Variable long sessionId, @Variable(optional = true) String outcomeCode, @Variable(optional = true) String workedFrom,
      @Variable(optional = true) String workedUntil, @Variable(optional = true) Integer penaltyMinutes, @Variable(optional = true) String quality,
      @Variable(optional = true) String behaviour, @Variable(optional = true) Boolean explained, @Variable(optional = true) Boolean verySerious, ActivatedJob listener) {
    Answer answer = new Answer(outcomeCode, workedFrom, workedUntil, penaltyMinutes, quality, behaviour, explained, verySerious);
    try {
      return new OutcomeAnswered(recording.answer(sessionId, answer.outcome(), answers.of(listener)).orElse(null));
    } catch (DateTimeParseException noTime) {
      return new OutcomeAnswered("Enter the times as hours and minutes, for example 09:30.");
    }
  }

  record OutcomeRead(Meaning meaning) {}

  @JobWorker(type = "placement.readOutcome")
  public OutcomeRead readOutcome(@Variable long sessionId) {
    return new OutcomeRead(settling.read(sessionId));
  }

  @JobWorker(type = "placement.creditSession")
  public void creditSession(@Variable long sessionId) {
    settling.credit(sessionId);
  }

  @JobWorker(type = "placement.rescheduleSession")
  public void rescheduleSession(@Variable long sessionId) {
    settling.reschedule(sessionId);
  }

  @JobWorker(type = "placement.startEnforcement")
  public void startEnforcement(@Variable long sessionId) {
    settling.startEnforcement(sessionId);
  }
}
