package uk.gov.justice.probation.devolution.consultation.union;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Reminder;
import uk.gov.justice.probation.devolution.consultation.union.RecognisedUnions.Union;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * The union consultation: every recognised union is asked. It ends when each has answered, or when the Regional
 * Probation Director approves going on without an answer.
 */
@Service
public class ConsultingUnions {
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_REASON = 1000;

    /**
     * The unions that have not answered yet, and until when they can.
     *
     * @param remindOn null if the closing date is too near for a reminder
     */
    public record Asked(List<Union> unions, LocalDate closesOn, LocalDate remindOn) {}

    private static final EnteredDay EXTENDED_TO = EnteredDay.required(
            "the day until which the unions have more time", DayRule.toCome(), DayRule.workingDay());

    private final ConsultationRepository consultations;
    private final UnionFeedbackRepository feedback;
    private final RecognisedUnions unions;
    private final CollectiveDuty collectiveDuty;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    ConsultingUnions(
            ConsultationRepository consultations,
            UnionFeedbackRepository feedback,
            RecognisedUnions unions,
            CollectiveDuty collectiveDuty,
            Deadlines deadlines,
            ConsultationSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.consultations = consultations;
        this.feedback = feedback;
        this.unions = unions;
        this.collectiveDuty = collectiveDuty;
        this.deadlines = deadlines;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Starts the consultation, for the agreed period or longer if the law requires it.
     *
     * @throws uk.gov.justice.probation.devolution.consultation.CancelledException if HR has cancelled it
     */
    @Transactional
    public Asked open(long consultationId) {
        Consultation consultation = consultations.lock(consultationId);
        if (consultation.unionClosesOn() != null) return asked(consultation);
        consultation.mustNotBeCancelled();
        Duty duty = collectiveDuty.of(consultation);
        LocalDate agreed = deadlines.today().plus(settings.agreedPeriod());
        LocalDate atLeast = deadlines.today().plusDays(duty.minimumDays());
        LocalDate closesOn = deadlines.workingDayOnOrAfter(agreed.isBefore(atLeast) ? atLeast : agreed);
        consultation.unionsAsked(duty.kind(), duty.hr1(), closesOn);
        unions.all().forEach(union -> feedback.save(new UnionFeedback(consultationId, union.code())));
        audit.record(
                "system",
                "UNION_CONSULTATION_OPENED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("duty", duty.kind(), "closesOn", closesOn));
        Asked asked = asked(consultation);
        unions.tell(
                asked.unions(),
                "union-opened-" + consultationId,
                "%s: your union is consulted".formatted(consultation.title()),
                "Give your union's feedback by %s: the task is in Tasklist. The proposals are on the page of the consultation."
                        .formatted(Deadlines.inWords(closesOn)),
                consultation);
        return asked;
    }

    /**
     * The subject of one of the tasks in which unions are asked.
     *
     * @throws CannotSucceedException if the union has not been asked in this consultation, or has already answered
     */
    @Transactional(readOnly = true)
    public TaskSubject subject(long consultationId, String unionCode) {
        Consultation consultation = consultations.get(consultationId);
        if (unions.silent(consultationId).stream()
                .noneMatch(union -> union.code().equals(unionCode))) {
            throw new CannotSucceedException("No feedback of '%s' is awaited in '%s'. Cancel this step in Operate"
                    .formatted(unionCode, consultation.title()));
        }
        return new TaskSubject("unionCode", unionCode, consultation.subject(), consultation.regionCode());
    }

    /** @throws NotAllowedException if the colleague is not a representative of the union */
    @Transactional
    public void recordFeedback(long consultationId, String unionCode, String comment, TaskAnswer by) {
        Consultation consultation = consultations.lock(consultationId);
        if (audit.isRecorded("union-feedback-" + by.taskInstance())) return;
        by.mustHold(Role.TU, unions.slug(unionCode), "give the union's feedback");
        if (comment != null && comment.length() > LONGEST_TEXT)
            throw new BreaksRules("The feedback must be %,d characters or fewer.".formatted(LONGEST_TEXT));
        feedback.findById(new UnionFeedback.Key(consultationId, unionCode))
                .ifPresent(asked -> asked.given(comment, by.by(), clock.instant()));
        audit.recordOnce(
                "union-feedback-" + by.taskInstance(),
                by.by(),
                "UNION_FEEDBACK_RECORDED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("union", unionCode, "comment", comment != null && !comment.isBlank()));
        goOnWhenAllIsIn(consultation);
    }

    @Transactional
    public void remind(long consultationId) {
        unions.send(reminders(consultationId), Consultations.subject(consultationId));
    }

    /** The reminders that the unions which have not answered would get today. */
    @Transactional(readOnly = true)
    public List<Reminder> reminders(long consultationId) {
        Consultation consultation = consultations.get(consultationId);
        Asked asked = asked(consultation);
        return asked.unions().stream()
                .map(union -> new Reminder(
                        "union-reminder-%d-%s-%s".formatted(consultationId, deadlines.today(), union.code()),
                        union.group(),
                        Reminder.Whom.UNION,
                        "%s: your union's feedback is due".formatted(consultation.title()),
                        "It is due by %s. The task is in Tasklist.".formatted(Deadlines.inWords(asked.closesOn()))))
                .toList();
    }

    /** The unions that have not answered and whose silence has not been accepted. */
    @Transactional(readOnly = true)
    public List<Union> missing(long consultationId) {
        return unions.silent(consultationId);
    }

    /**
     * The Regional Probation Director gives the unions more time, or approves going on without those that have not
     * answered, with a reason in either case.
     *
     * @throws BreaksRules with a reason if the decision cannot be accepted
     */
    @Transactional
    public Asked decideOnMissing(
            long consultationId, String decision, LocalDate extendTo, String reason, TaskAnswer by) {
        Consultation consultation = consultations.lock(consultationId);
        if (audit.isRecorded("union-missing-" + by.taskInstance())) return asked(consultation);
        by.mustHold(Role.RPD, consultation.regionCode(), "decide to wait for the unions or to go on without them");
        String refused = refusal(decision, extendTo, reason);
        if (refused != null) throw new BreaksRules(refused);
        List<Union> missing = unions.silent(consultationId);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("unions", missing.stream().map(Union::name).toList());
        facts.put("reason", reason);
        if (decision.equals("EXTEND")) {
            consultation.unionsHaveUntil(extendTo);
            facts.put("extendedTo", extendTo);
            unions.tell(
                    missing,
                    "union-extended-%d-%s".formatted(consultationId, extendTo),
                    "%s: more time for your union's feedback".formatted(consultation.title()),
                    "It is due by %s. The task is in Tasklist.".formatted(Deadlines.inWords(extendTo)),
                    consultation);
        } else {
            feedback.findByIdConsultationId(consultationId)
                    .forEach(asked -> asked.goneOnWithout(reason, by.by(), clock.instant()));
        }
        audit.recordOnce(
                "union-missing-" + by.taskInstance(),
                by.by(),
                "UNION_FEEDBACK_MISSING_" + decision,
                consultation.subject(),
                consultation.regionCode(),
                facts);
        goOnWhenAllIsIn(consultation);
        return asked(consultation);
    }

    @Transactional
    public void respond(long consultationId, String response, TaskAnswer by) {
        Consultation consultation = consultations.lock(consultationId);
        if (audit.isRecorded("union-response-" + by.taskInstance())) return;
        by.mustHold(Role.RPD, consultation.regionCode(), "respond to the unions");
        if (response == null || response.isBlank()) throw new BreaksRules("Write your response to the unions.");
        if (response.length() > LONGEST_TEXT)
            throw new BreaksRules("The response must be %,d characters or fewer.".formatted(LONGEST_TEXT));
        consultation.respondedToUnions(response, by.by());
        audit.recordOnce(
                "union-response-" + by.taskInstance(),
                by.by(),
                "UNIONS_RESPONDED_TO",
                consultation.subject(),
                consultation.regionCode(),
                Map.of());
    }

    private Asked asked(Consultation consultation) {
        LocalDate closesOn = consultation.unionClosesOn();
        LocalDate remindOn = deadlines.workingDaysFrom(closesOn, -settings.unionReminder());
        return new Asked(
                unions.silent(consultation.id()), closesOn, remindOn.isAfter(deadlines.today()) ? remindOn : null);
    }

    private void goOnWhenAllIsIn(Consultation consultation) {
        if (unions.silent(consultation.id()).isEmpty()) consultation.goOnTo(ConsultationState.RESPONSE);
    }

    private String refusal(String decision, LocalDate extendTo, String reason) {
        if (!"EXTEND".equals(decision) && !"APPROVE".equals(decision))
            return "Choose to give more time or to go on without their answer.";
        if (reason == null || reason.isBlank()) return "Enter the reason: it is recorded.";
        if (reason.length() > LONGEST_REASON)
            return "The reason must be %,d characters or fewer.".formatted(LONGEST_REASON);
        if (decision.equals("EXTEND") && extendTo == null) return "Enter a new closing date that is after today.";
        return decision.equals("APPROVE")
                ? null
                : EXTENDED_TO.problem(extendTo, deadlines).orElse(null);
    }
}
