package uk.gov.justice.probation.devolution.letters.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.letters.LetterSettings;
import uk.gov.justice.probation.devolution.letters.SendingLetters;
import uk.gov.justice.probation.devolution.letters.SendingLetters.Progress;

/** The automated steps of {@code send-letters}. */
@Component
public class LetterWorkers {
  private final SendingLetters sending;
  private final TaskAnswers answers;
  private final Deadlines deadlines;
  private final LetterSettings settings;

  LetterWorkers(SendingLetters sending, TaskAnswers answers, Deadlines deadlines, LetterSettings settings) {
    this.sending = sending;
    this.answers = answers;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record Sent(List<Long> failedLetters, String lettersDueAt) {}

  /** A long batch takes several turns, so that no turn outlasts what the engine waits for one; that is not counted as a failure. */
  @JobWorker(type = "letters.send")
  public Sent send(@Variable String letterBatch, ActivatedJob job) {
    Progress progress = sending.send(letterBatch);
    if (progress.toSend() > 0) {
      throw CamundaError.jobError("%d letters are still to be sent: going on".formatted(progress.toSend()), null, job.getRetries(), Duration.ZERO, null);
    }
    return new Sent(progress.failed(), deadlines.inWorkingDays(settings.taskDue()));
  }

  @JobWorker(type = "letters.recordAnswer")
  public void recordAnswer(@Variable long letterId, @Variable String letterAnswer, @Variable(optional = true) LocalDate handedOverOn, ActivatedJob listener) {
    if (letterAnswer.equals("HANDED_OVER")) {
      sending.handedOver(letterId, handedOverOn == null ? deadlines.today() : handedOverOn, answers.of(listener));
    } else {
      sending.sendAgain(letterId, answers.of(listener));
    }
  }
}
