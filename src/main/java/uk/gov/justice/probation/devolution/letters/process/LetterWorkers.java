package uk.gov.justice.probation.devolution.letters.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.LongSteps;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.letters.LetterReminders;
import uk.gov.justice.probation.devolution.letters.LetterSettings;
import uk.gov.justice.probation.devolution.letters.SendingLetters;

/** The automated steps of {@code send-letters}. */
@Component
public class LetterWorkers {
  private final SendingLetters sending;
  private final LetterReminders reminders;
  private final LongSteps longSteps;
  private final TaskAnswers answers;
  private final Deadlines deadlines;
  private final LetterSettings settings;

  LetterWorkers(SendingLetters sending, LetterReminders reminders, LongSteps longSteps, TaskAnswers answers, Deadlines deadlines, LetterSettings settings) {
    this.sending = sending;
    this.reminders = reminders;
    this.longSteps = longSteps;
    this.answers = answers;
    this.deadlines = deadlines;
    this.settings = settings;
  }

  record Sent(List<Long> failedLetters, String lettersDueAt) {}

  @JobWorker(type = "letters.send")
  public Sent send(@Variable String letterBatch, ActivatedJob job) {
    return new Sent(sending.send(letterBatch, () -> longSteps.stillAtWork(job)), deadlines.inWorkingDays(settings.taskDue()));
  }

  @JobWorker(type = "letters.recordAnswer")
  public void recordAnswer(@Variable long letterId, @Variable String letterAnswer, @Variable(optional = true) LocalDate handedOverOn, ActivatedJob listener) {
    if (letterAnswer.equals("HANDED_OVER")) {
      sending.handedOver(letterId, handedOverOn == null ? deadlines.today() : handedOverOn, answers.of(listener));
    } else {
      sending.sendAgain(letterId, answers.of(listener));
    }
  }

  @JobWorker(type = "letters.escalate")
  public void escalate(@Variable String letterBatch, ActivatedJob job) {
    reminders.escalate(letterBatch, job.getElementInstanceKey());
  }
}
