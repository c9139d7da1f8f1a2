package uk.gov.justice.probation.devolution.telling.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.telling.TellingSettings;
import uk.gov.justice.probation.devolution.telling.UndeliveredEmails;

/** The automated steps of {@code undelivered-email}. */
@Component
public class UndeliveredWorkers {
    private final UndeliveredEmails undelivered;
    private final ExpectedCalls calls;
    private final TaskSubjects subjects;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final TellingSettings settings;
    private final String console;

    UndeliveredWorkers(
            UndeliveredEmails undelivered,
            ExpectedCalls calls,
            TaskSubjects subjects,
            TaskAnswers answers,
            Deadlines deadlines,
            TellingSettings settings,
            @Value("${devolution.console-url}") String console) {
        this.undelivered = undelivered;
        this.calls = calls;
        this.subjects = subjects;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
        this.console = console;
    }

    record UndeliveredPrepared(String helpGroup, String undeliveredDueAt, String undeliveredUrl) {}

    @JobWorker(type = "letters.prepareUndelivered")
    public UndeliveredPrepared prepareUndelivered(@Variable long undeliveredId, ActivatedJob job) {
        calls.claim("undelivered-email", undeliveredId, job.getProcessInstanceKey(), List.of());
        subjects.note(job.getProcessInstanceKey(), undelivered.subject(undeliveredId));
        return new UndeliveredPrepared(
                undelivered.helpGroup(undeliveredId),
                deadlines.inWorkingDays(settings.undeliveredDue()),
                "%s/messages/undelivered/%d".formatted(console, undeliveredId));
    }

    /** Says whom the email was for, in the scope of its task alone. */
    record UndeliveredNamed(String taskContextDisplayName) {}

    @JobWorker(type = "letters.nameUndelivered")
    public UndeliveredNamed nameUndelivered(@Variable long undeliveredId) {
        return new UndeliveredNamed(undelivered.recipient(undeliveredId));
    }

    record UndeliveredAnswer(String undeliveredAnswer) {}

    @JobWorker(type = "letters.recordUndelivered")
    public Map<String, Object> recordUndelivered(ActivatedJob listener) {
        return answers.keep(listener, "undeliveredRefused", UndeliveredAnswer.class, (task, answer) -> {
            if ("ADDRESS_RIGHT".equals(answer.undeliveredAnswer())) {
                undelivered.addressRight(task.id("undeliveredId"), task.answer());
            } else if ("TOLD".equals(answer.undeliveredAnswer())) {
                undelivered.told(task.id("undeliveredId"), task.answer());
            } else {
                throw new BreaksRules("Choose whether you corrected the address, or told them in another way.");
            }
        });
    }
}
