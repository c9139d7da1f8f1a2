package uk.gov.justice.probation.devolution.consultation.process;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.launch.ChoicesQuery;
import uk.gov.justice.probation.devolution.consultation.launch.Launch;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchRequests;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchRequests.Confirmed;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchRequests.Received;
import uk.gov.justice.probation.devolution.consultation.launch.LaunchingConsultations;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Refusal;
import uk.gov.justice.probation.devolution.refusal.Taken;

/**
 * The automated steps of {@code staff-consultation} that launch it: the request is received, confirmed or withdrawn,
 * and opened or refused.
 */
@Component
public class LaunchWorkers {
    private final LaunchRequests requests;
    private final LaunchingConsultations launching;
    private final ChoicesQuery choices;
    private final ExpectedCalls calls;
    private final TaskAnswers answers;
    private final ConsultationLinks links;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;

    LaunchWorkers(
            LaunchRequests requests,
            LaunchingConsultations launching,
            ChoicesQuery choices,
            ExpectedCalls calls,
            TaskAnswers answers,
            ConsultationLinks links,
            Deadlines deadlines,
            ConsultationSettings settings) {
        this.requests = requests;
        this.launching = launching;
        this.choices = choices;
        this.calls = calls;
        this.answers = answers;
        this.links = links;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** What the start form, or the message of our own launch, may contain. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Start(
            Long consultationId,
            String regionCode,
            String unitCode,
            List<String> grades,
            String objective,
            Integer maxChoices,
            Integer mobilityLimit,
            LocalDate preferencesCloseOn) {
        Launch launch() {
            return new Launch(regionCode, unitCode, grades, objective, maxChoices, mobilityLimit, preferencesCloseOn);
        }
    }

    record LaunchReceived(
            String launchStanding,
            String regionName,
            String regionSlug,
            String enteredText,
            String taskDueAt,
            String launchRefused,
            String readingRefused) {}

    @JobWorker(type = "consultation.receiveLaunch")
    public LaunchReceived receiveLaunch(ActivatedJob job) {
        Start start = start(job);
        Received received = requests.receive(
                start == null ? null : start.consultationId(),
                start == null ? null : start.launch(),
                job.getProcessInstanceKey());
        return new LaunchReceived(
                received.standing().name(),
                choices.regionName(received.regionCode()),
                received.regionCode().toLowerCase(Locale.ROOT),
                received.entered(),
                due(),
                null,
                null);
    }

    /** Null if somebody started the process with data that no form sends. */
    private static Start start(ActivatedJob job) {
        try {
            return job.getVariablesAsType(Start.class);
        } catch (ClientException unreadable) {
            return null;
        }
    }

    record LaunchAnswer(String launchDecision) {}

    @JobWorker(type = "consultation.recordLaunchDecision")
    public Map<String, Object> recordLaunchDecision(ActivatedJob listener) {
        return answers.keep(
                listener,
                "launchRefused",
                LaunchAnswer.class,
                (task, answer) ->
                        requests.decide(listener.getProcessInstanceKey(), answer.launchDecision(), task.answer()));
    }

    record NothingAsked() {}

    @JobWorker(type = "consultation.recordRefusalRead")
    public Map<String, Object> recordRefusalRead(ActivatedJob listener) {
        return answers.keep(
                listener,
                "readingRefused",
                NothingAsked.class,
                (task, answer) ->
                        requests.refusalRead(task.text("regionCode"), listener.getProcessInstanceKey(), task.answer()));
    }

    record ConsultationOpened(
            long consultationId,
            String regionCode,
            String regionSlug,
            String regionName,
            String title,
            String consoleUrl,
            int staffCount,
            String taskDueAt,
            String consultationUrl,
            String scopeRefused,
            String hr1Refused,
            String responseRefused,
            String eventsRefused,
            String answersRefused,
            String outcomeRefused) {}

    @JobWorker(type = "consultation.open")
    public ConsultationOpened open(@Variable(optional = true) Long consultationId, ActivatedJob job) {
        Confirmed confirmed = requests.confirmed(job.getProcessInstanceKey()).orElse(null);
        try {
            LaunchingConsultations.Launched launched =
                    launching.begin(confirmed, consultationId, job.getProcessInstanceKey());
            calls.begun(job);
            Facts facts = launched.consultation();
            return new ConsultationOpened(
                    facts.id(),
                    facts.regionCode(),
                    facts.regionSlug(),
                    facts.regionName(),
                    facts.title(),
                    links.base(),
                    launched.people(),
                    due(),
                    links.consultation(facts.id()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        } catch (NotPossibleNow | Taken refused) {
            throw refused(refused, confirmed == null ? "" : confirmed.launch().regionCode());
        }
    }

    private CamundaError refused(Refusal refused, String regionCode) {
        return CamundaError.bpmnError(
                "LAUNCH_REFUSED",
                refused.getMessage(),
                Map.of(
                        "refusedReason",
                        "- " + String.join("\n- ", refused.reasons()),
                        "regionName",
                        choices.regionName(regionCode),
                        "regionSlug",
                        regionCode.toLowerCase(Locale.ROOT),
                        "taskDueAt",
                        due()));
    }

    private String due() {
        return deadlines.inWorkingDays(settings.taskDue());
    }
}
