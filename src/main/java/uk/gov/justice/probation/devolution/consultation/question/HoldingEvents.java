package uk.gov.justice.probation.devolution.consultation.question;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.Hours;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskOnPage;
import uk.gov.justice.probation.devolution.consultation.Cohorts;
import uk.gov.justice.probation.devolution.consultation.Consultation;
import uk.gov.justice.probation.devolution.consultation.ConsultationRepository;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/** The events at which staff hear about the consultation, and the publication of their questions. */
@Service
public class HoldingEvents {
    public static final TaskOnPage ANSWERING =
            TaskOnPage.of("staff-consultation", "Task_AnswerQuestions", "answersReady", "understood");

    /** When and where the event is. {@code again}, {@code questionsCloseOn} and {@code hours} may be null. */
    public record Events(LocalDate on, String place, LocalDate again, LocalDate questionsCloseOn, Hours hours) {

        /** At a time of the day that is not known yet. */
        public Events(LocalDate on, String place, LocalDate again, LocalDate questionsCloseOn) {
            this(on, place, again, questionsCloseOn, null);
        }

        LocalDate lastEvent() {
            return again == null ? on : again;
        }

        /** As it reads after "on". */
        String inWords() {
            return "%s%s%s: %s.%s"
                    .formatted(
                            Deadlines.inWords(on),
                            hours == null ? "" : ", " + hours.inWords(),
                            again == null ? "" : ", and again on " + Deadlines.inWords(again),
                            place,
                            questionsCloseOn == null
                                    ? ""
                                    : " You can ask questions on the page until %s."
                                            .formatted(Deadlines.inWords(questionsCloseOn)));
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
            consultation.eventsScheduled(
                    events.on(), events.place(), events.again(), events.questionsCloseOn(), events.hours());
            consultation.eventsEnd(events.lastDay());
        }
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
                consultation.questionsCloseOn(),
                consultation.eventHours());
        cohorts.active(consultationId)
                .forEach(member -> notifications.send(
                        "events-%d-%d".formatted(consultationId, member.id()),
                        member.staffNumber(),
                        "%s: hear about it and ask".formatted(consultation.title()),
                        "You are invited on " + events.inWords(),
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
                        "The questions and answers are on the page of the consultation.",
                        consultation.subject()));
        int unanswered = questions.unanswered(consultationId);
        if (unanswered > 0) {
            notifications.send(
                    "unanswered-" + consultationId,
                    TaskGroup.of(Role.HR, consultation.regionSlug()).name(),
                    "%s: questions without an answer".formatted(consultation.title()),
                    "%d questions have no answer yet. Your answers will be published at once.".formatted(unanswered),
                    consultation.subject());
        }
    }

    private void check(Events events) {
        broken(events, null).stream().findFirst().ifPresent(rule -> {
            throw new BreaksRules(rule.reason());
        });
    }

    /** @param known how they were scheduled; a day that stays as it is may be past. Null if they were not. */
    List<BrokenRule> broken(Events events, Events known) {
        List<BrokenRule> broken = new ArrayList<>();
        if (events.place() == null || events.place().isBlank())
            broken.add(new BrokenRule("place", "Enter where the event is held."));
        else if (events.place().length() > LONGEST_PLACE)
            broken.add(new BrokenRule(
                    "place", "Where the event is held must be %d characters or fewer.".formatted(LONGEST_PLACE)));
        if (known == null || !known.on().equals(events.on()))
            add(broken, "on", EVENT_ON.problem(events.on(), deadlines));
        if (events.on() == null) return broken;
        boolean stays = known != null
                && events.again() != null
                && events.again().equals(known.again())
                && events.again().isAfter(events.on());
        if (!stays)
            add(
                    broken,
                    "again",
                    AGAIN_ON.and(DayRule.after(events.on(), "the day of the event"))
                            .problem(events.again(), deadlines));
        add(
                broken,
                "questionsCloseOn",
                QUESTIONS_CLOSE_ON
                        .and(DayRule.notBefore(events.lastEvent(), "the last event"))
                        .problem(events.questionsCloseOn(), deadlines));
        return broken;
    }

    private static void add(List<BrokenRule> broken, String field, Optional<String> problem) {
        problem.ifPresent(sentence -> broken.add(new BrokenRule(field, sentence)));
    }
}
