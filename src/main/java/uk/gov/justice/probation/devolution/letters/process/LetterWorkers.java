package uk.gov.justice.probation.devolution.letters.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.LongSteps;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.letters.LetterSettings;
import uk.gov.justice.probation.devolution.letters.SendingLetters;
import uk.gov.justice.probation.devolution.letters.UnsentLetters;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.workforce.Region;

/** The automated steps of {@code send-letters}. */
@Component
public class LetterWorkers {
    private final SendingLetters sending;
    private final UnsentLetters unsent;
    private final LongSteps longSteps;
    private final ExpectedCalls calls;
    private final TaskSubjects subjects;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final LetterSettings settings;

    LetterWorkers(
            SendingLetters sending,
            UnsentLetters unsent,
            LongSteps longSteps,
            ExpectedCalls calls,
            TaskSubjects subjects,
            TaskAnswers answers,
            Deadlines deadlines,
            LetterSettings settings) {
        this.sending = sending;
        this.unsent = unsent;
        this.longSteps = longSteps;
        this.calls = calls;
        this.subjects = subjects;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** The letters themselves determine whose HR is asked about those that cannot be sent. */
    @JobWorker(type = "letters.send")
    public Map<String, Object> send(@Variable String letterBatch, ActivatedJob job) {
        calls.claim("send-letters", letterBatch, job.getProcessInstanceKey(), List.of());
        List<Long> failed = sending.send(letterBatch, () -> longSteps.stillAtWork(job));
        Map<String, Object> sent = new HashMap<>(
                Map.of("failedLetters", failed, "lettersDueAt", deadlines.inWorkingDays(settings.taskDue())));
        if (!failed.isEmpty()) {
            Region region = unsent.regionOf(failed);
            sent.putAll(Map.of("regionSlug", region.slug(), "regionName", region.name()));
        }
        return sent;
    }

    /** Says whom the letter is to, in the scope of its task alone. */
    record LetterNoted(String taskContextDisplayName) {}

    @JobWorker(type = "letters.noteLetter")
    public LetterNoted noteLetter(@Variable long letterId, ActivatedJob job) {
        subjects.note(job.getElementInstanceKey(), unsent.subject(letterId));
        return new LetterNoted(unsent.addressee(letterId));
    }

    record LetterAnswer(String letterAnswer, LocalDate handedOverOn) {}

    @JobWorker(type = "letters.recordAnswer")
    public Map<String, Object> recordAnswer(ActivatedJob listener) {
        return answers.keep(listener, "letterRefused", LetterAnswer.class, (task, answer) -> {
            if ("HANDED_OVER".equals(answer.letterAnswer())) {
                unsent.handedOver(
                        task.id("letterId"),
                        answer.handedOverOn() == null ? deadlines.today() : answer.handedOverOn(),
                        task.answer());
            } else if ("SEND_AGAIN".equals(answer.letterAnswer())) {
                unsent.sendAgain(task.id("letterId"), task.answer());
            } else {
                throw new BreaksRules("Choose whether to send the letter again, or that you handed it over.");
            }
        });
    }

    @JobWorker(type = "letters.escalate")
    public void escalate(@Variable String letterBatch, ActivatedJob job) {
        unsent.escalate(letterBatch, job.getElementInstanceKey());
    }
}
