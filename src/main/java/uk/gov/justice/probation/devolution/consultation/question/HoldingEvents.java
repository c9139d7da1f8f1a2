package uk.gov.justice.probation.devolution.consultation.question;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.AnswerRefusedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** The events at which staff hear about the consultation, and the publication of their questions. */
@Service
public class HoldingEvents {

    /** When and where the event is. {@code again} and {@code questionsCloseOn} may be null. */
    public record Events(LocalDate on, String place, LocalDate again, LocalDate questionsCloseOn) {
        LocalDate lastEvent() {
            return again == null ? on : again;
        }

        LocalDate lastDay() {
            return Stream.of(on, again, questionsCloseOn)
                    .filter(Objects::nonNull)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
        }
    }

    /** When the events and the time for questions end, and when the answers are due. */
    public record Scheduled(Instant endAt, LocalDate answersDueOn) {}

    private static final int LONGEST_PLACE = 200;
    private static final EnteredDay EVENT_ON = EnteredDay.required("the day of the event", DayRule.notPast());
    private static final EnteredDay AGAIN_ON =
            EnteredDay.optional("the day on which the event is repeated", DayRule.notPast());
    private static final EnteredDay QUESTIONS_CLOSE_ON =
            EnteredDay.optional("the last day for questions", DayRule.notPast());

    private final ConsultationRepository consultations;
    private final Cohorts cohorts;
    private final Questions questions;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    HoldingEvents(
            ConsultationRepository consultations,
            Cohorts cohorts,
            Questions questions,
            Deadlines deadlines,
            ConsultationSettings settings,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.consultations = consultations;
        this.cohorts = cohorts;
        this.questions = questions;
        this.deadlines = deadlines;
        this.settings = settings;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if a day is past, or the days contradict each
     *     other
     */
    @Transactional
    public Scheduled schedule(long consultationId, Events events, TaskAnswer by) {
        Consultation consultation = consultations.lock(consultationId);
        consultation.mustBeIndividual();
        if (!audit.isRecorded("consultation-events-" + by.taskInstance())) {
            by.mustHold(Role.HR, consultation.regionCode(), "schedule the events of a consultation");
            check(events);
        }
        consultation.eventsScheduled(events.on(), events.place(), events.again(), events.questionsCloseOn());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("on", events.on());
        if (events.again() != null) facts.put("again", events.again());
        if (events.questionsCloseOn() != null) facts.put("questionsCloseOn", events.questionsCloseOn());
        audit.recordOnce(
                "consultation-events-" + by.taskInstance(),
                by.by(),
                "CONSULTATION_EVENTS_SCHEDULED",
                consultation.subject(),
                consultation.regionCode(),
                facts);
        Instant endAt = settings.eventsWithin() == null
                ? deadlines.endOfDay(events.lastDay())
                : clock.instant().plus(settings.eventsWithin());
        LocalDate from = events.lastDay().isBefore(deadlines.today()) ? deadlines.today() : events.lastDay();
        return new Scheduled(endAt, deadlines.workingDaysFrom(from, settings.taskDue()));
    }

    /** Invites everybody who takes part. */
    @Transactional
    public void invite(long consultationId) {
        Consultation consultation = consultations.lock(consultationId);
        Events events = new Events(
                consultation.eventOn(),
                consultation.eventPlace(),
                consultation.eventAgainOn(),
                consultation.questionsCloseOn());
        String again = events.again() == null ? "" : ", and again on " + Deadlines.inWords(events.again());
        String questions = events.questionsCloseOn() == null
                ? ""
                : " You can ask questions on the page until %s."
                        .formatted(Deadlines.inWords(events.questionsCloseOn()));
        cohorts.active(consultationId)
                .forEach(member -> notifications.send(
                        "events-%d-%d".formatted(consultationId, member.id()),
                        member.staffNumber(),
                        "%s: hear about it and ask".formatted(consultation.title()),
                        "You are invited on %s%s: %s.%s"
                                .formatted(Deadlines.inWords(events.on()), again, events.place(), questions),
                        consultation.subject()));
        consultation.invited(clock.instant());
    }

    @Transactional
    public void answersReady(long consultationId, TaskAnswer by) {
        Consultation consultation = consultations.lock(consultationId);
        if (audit.isRecorded("consultation-answers-" + by.taskInstance())) return;
        by.mustHold(Role.HR, consultation.regionCode(), "say that the questions are answered");
        audit.recordOnce(
                "consultation-answers-" + by.taskInstance(),
                by.by(),
                "CONSULTATION_ANSWERS_READY",
                consultation.subject(),
                consultation.regionCode(),
                Map.of(
                        "answered",
                        questions.answered(consultationId),
                        "unanswered",
                        questions.unanswered(consultationId)));
    }

    /** Publishes questions and answers to everybody who takes part. Later answers are visible at once. */
    @Transactional
    public void publishAnswers(long consultationId) {
        Consultation consultation = consultations.lock(consultationId);
        consultation.answersPublished(clock.instant());
        cohorts.active(consultationId)
                .forEach(member -> notifications.send(
                        "answers-%d-%d".formatted(consultationId, member.id()),
                        member.staffNumber(),
                        "%s: questions and answers".formatted(consultation.title()),
                        "What was asked, and the answers, are on the page of the consultation.",
                        consultation.subject()));
        int unanswered = questions.unanswered(consultationId);
        if (unanswered > 0) {
            notifications.send(
                    "unanswered-" + consultationId,
                    TaskGroup.of(Role.HR, consultation.regionSlug()).name(),
                    "%s: questions without an answer".formatted(consultation.title()),
                    "%d questions have no answer yet. What you answer now is published at once.".formatted(unanswered),
                    consultation.subject());
        }
    }

    private void check(Events events) {
        if (events.place() == null || events.place().isBlank())
            throw new AnswerRefusedException("Enter where the event is held.");
        if (events.place().length() > LONGEST_PLACE)
            throw new AnswerRefusedException(
                    "Where the event is held must be %d characters or fewer.".formatted(LONGEST_PLACE));
        EVENT_ON.mustHold(events.on(), deadlines);
        AGAIN_ON.and(DayRule.after(events.on(), "the day of the event")).mustHold(events.again(), deadlines);
        QUESTIONS_CLOSE_ON
                .and(DayRule.notBefore(events.lastEvent(), "the last event"))
                .mustHold(events.questionsCloseOn(), deadlines);
    }
}
