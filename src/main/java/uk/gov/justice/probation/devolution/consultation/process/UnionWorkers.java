package uk.gov.justice.probation.devolution.consultation.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.Irreversible;
import uk.gov.justice.probation.devolution.camunda.TaskAnswers;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.consultation.CancelledException;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview;
import uk.gov.justice.probation.devolution.consultation.ConsultationOverview.UnionStanding;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions;
import uk.gov.justice.probation.devolution.consultation.union.ConsultingUnions.Asked;
import uk.gov.justice.probation.devolution.consultation.union.RecognisedUnions.Union;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;

/** The automated steps of {@code staff-consultation} in which the unions are consulted. */
@Component
public class UnionWorkers {
    private final ConsultingUnions unions;
    private final ConsultationOverview overview;
    private final TaskSubjects subjects;
    private final TaskAnswers answers;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;

    UnionWorkers(
            ConsultingUnions unions,
            ConsultationOverview overview,
            TaskSubjects subjects,
            TaskAnswers answers,
            Deadlines deadlines,
            ConsultationSettings settings) {
        this.unions = unions;
        this.overview = overview;
        this.subjects = subjects;
        this.answers = answers;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @JobWorker(type = "consultation.openUnionConsultation")
    public Map<String, Object> openUnionConsultation(@Variable long consultationId) {
        try {
            Map<String, Object> asked = asked(unions.open(consultationId));
            asked.put("decisionRefused", null);
            return asked;
        } catch (CancelledException cancelled) {
            throw CamundaError.bpmnError("CONSULTATION_CANCELLED", cancelled.getMessage());
        }
    }

    @JobWorker(type = "consultation.noteUnion")
    public void noteUnion(@Variable long consultationId, @Variable String unionCode, ActivatedJob job) {
        subjects.note(job.getElementInstanceKey(), unions.subject(consultationId, unionCode));
    }

    record FeedbackAnswer(String feedback, Boolean noComment) {
        String text() {
            boolean nothing = feedback == null || feedback.isBlank();
            if (nothing && !Boolean.TRUE.equals(noComment))
                throw new BreaksRules("Write your union's feedback, or tick that you have no comment.");
            return feedback;
        }
    }

    @JobWorker(type = "consultation.recordUnionFeedback")
    public Map<String, Object> recordUnionFeedback(ActivatedJob listener) {
        return answers.keep(
                listener,
                "feedbackRefused",
                FeedbackAnswer.class,
                (task, answer) -> unions.recordFeedback(
                        task.id("consultationId"), task.text("unionCode"), answer.text(), task.answer()));
    }

    @JobWorker(type = "consultation.remindUnions")
    public void remindUnions(@Variable long consultationId) {
        unions.remind(consultationId);
    }

    record MissingListed(List<Union> missingUnions, String missingText, String taskDueAt) {}

    @JobWorker(type = "consultation.listMissingFeedback")
    public MissingListed listMissingFeedback(@Variable long consultationId) {
        List<Union> missing = unions.missing(consultationId);
        return new MissingListed(
                missing,
                missing.stream().map(union -> "- " + union.name()).collect(Collectors.joining("\n")),
                deadlines.inWorkingDays(settings.taskDue()));
    }

    record MissingAnswer(String missingDecision, LocalDate extendTo, String missingReason) {}

    @JobWorker(type = "consultation.recordMissingDecision")
    public Map<String, Object> recordMissingDecision(ActivatedJob listener) {
        return answers.take(
                listener,
                "decisionRefused",
                MissingAnswer.class,
                (task, answer) -> asked(unions.decideOnMissing(
                        task.id("consultationId"),
                        answer.missingDecision(),
                        answer.extendTo(),
                        answer.missingReason(),
                        task.answer())));
    }

    /** What the director reads beside the answer, in the scope of that task alone. */
    record FeedbackShown(String unionsSaid) {}

    @JobWorker(type = "consultation.showFeedback")
    public FeedbackShown showFeedback(@Variable long consultationId) {
        return new FeedbackShown(overview.unions(consultationId).stream()
                .map(union -> "### %s\n%s".formatted(union.name(), said(union)))
                .collect(Collectors.joining("\n\n")));
    }

    private static String said(UnionStanding union) {
        String text = union.feedback() != null
                ? union.feedback()
                : union.absenceReason() != null
                        ? "No answer. Why the consultation goes on without an answer: " + union.absenceReason()
                        : "No answer.";
        return text.lines().collect(Collectors.joining("  \n"));
    }

    record ResponseAnswer(String response, Boolean understood) implements Irreversible {}

    @JobWorker(type = "consultation.recordResponse")
    public Map<String, Object> recordResponse(ActivatedJob listener) {
        return answers.keep(
                listener,
                "responseRefused",
                ResponseAnswer.class,
                (task, answer) -> unions.respond(task.id("consultationId"), answer.response(), task.answer()));
    }

    /** The director's response is due a set time after the closing date, or after today if that has passed. */
    private Map<String, Object> asked(Asked asked) {
        LocalDate last = asked.closesOn().isBefore(deadlines.today()) ? deadlines.today() : asked.closesOn();
        Map<String, Object> learned = new HashMap<>();
        learned.put("unions", asked.unions());
        learned.put("unionCloseAt", deadlines.endOf(asked.closesOn()));
        learned.put(
                "unionsStopAt",
                deadlines.moment(deadlines.endOfDay(asked.closesOn()).plus(settings.stillTaken())));
        learned.put("unionCloseText", Deadlines.inWords(asked.closesOn()));
        learned.put("unionRemindAt", asked.remindOn() == null ? null : deadlines.startOf(asked.remindOn()));
        learned.put("responseDueAt", deadlines.endOf(deadlines.workingDaysFrom(last, settings.taskDue())));
        return learned;
    }
}
