package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.consultation.LineManagers;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.PreferencingMessages;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Choice;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Refusal;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;

/**
 * Records what people ask for: once in Tasklist, any number of times on our page until their closing time, or
 * afterwards through their line manager. Every answer is stored; the latest counts. Many people can answer at the same
 * moment, but nobody can once the places have been given out.
 */
@Service
public class Rankings {
    private static final EnteredDay CONTACTED_ON =
            EnteredDay.required("the day you contacted them, or last tried", DayRule.happened());
    private static final String TOO_LATE =
            "The places have been shared out, so this answer is too late. Speak to HR of your region.";

    private static final String FIXED =
            "What everybody asked for was fixed when the ranking closed, so the answer that was there by then counts.";

    private static final String LEFT = "The person no longer takes part in this consultation.";
    private static final String RECORD_FOR_THEM = "record the choices of somebody who has not answered";

    /** What a line manager records for a person. {@code ranking} is empty if they could not be reached. */
    public record Contact(boolean reached, LocalDate on, Ranking ranking) {}

    private final Offers offers;
    private final AnswerRepository answers;
    private final Rounds rounds;
    private final LineManagers lineManagers;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rankings(
            Offers offers,
            AnswerRepository answers,
            Rounds rounds,
            LineManagers lineManagers,
            Deadlines deadlines,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.offers = offers;
        this.answers = answers;
        this.rounds = rounds;
        this.lineManagers = lineManagers;
        this.deadlines = deadlines;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records the person's answer in Tasklist.
     *
     * @throws NotAllowedException if somebody else gave it
     * @throws BreaksRules with a sentence for the person if it cannot be accepted
     */
    @Transactional
    public void record(long memberId, Ranking ranking, TaskAnswer by) {
        if (answers.existsByTaskInstance(by.taskInstance())) return;
        Choice choice = offers.to(memberId);
        if (!by.by().equals(choice.person().userName())) {
            throw new NotAllowedException(
                    "Only the person themself can rank places in Tasklist. You are signed in as %s."
                            .formatted(by.by()));
        }
        mustStillCount(choice);
        mustStand(choice.refusals(ranking));
        kept(GivenAnswer.own(memberId, ranking, by.by(), clock.instant(), by.taskInstance()), choice);
    }

    /**
     * Records the person's answer on our page, whether it is the first or a later one. Their task in Tasklist is then
     * no longer needed.
     *
     * @return why it cannot be accepted; empty if it is
     */
    @Transactional
    public List<Refusal> recordOnPage(long memberId, Ranking ranking, Colleague by) {
        Choice choice = offers.to(memberId);
        Round round = rounds.share(choice.consultation().id());
        Instant closing = rounds.closesFor(memberId);
        if (!choice.member().active())
            return List.of(new Refusal("choice1", "You no longer take part in this consultation."));
        if (round.closedAt() != null || clock.instant().isAfter(closing)) {
            return List.of(new Refusal(
                    "choice1",
                    "Your preferences closed on %s, so they can no longer be changed here. If you have not answered, your line manager contacts you."
                            .formatted(Deadlines.inWords(deadlines.day(
                                    round.closedAt() != null && round.closedAt().isBefore(closing)
                                            ? round.closedAt()
                                            : closing)))));
        }
        List<Refusal> refusals = choice.refusals(ranking);
        if (!refusals.isEmpty()) return refusals;
        Answer answer = kept(GivenAnswer.own(memberId, ranking, by.userName(), clock.instant(), null), choice);
        events.publishEvent(PreferencingMessages.rankingGiven(memberId, answer.id()));
        return List.of();
    }

    /**
     * Records the answer that the line manager, or HR for them, gives after closing.
     *
     * @throws NotAllowedException if somebody else gave it
     * @throws BreaksRules with a sentence for whoever gave it if it cannot be accepted
     */
    @Transactional
    public void recordForPerson(long memberId, Contact contact, TaskAnswer by) {
        if (answers.existsByTaskInstance(by.taskInstance())) return;
        Choice choice = offers.to(memberId);
        lineManagers.mustBeOneOf(choice.person(), by.colleague(), RECORD_FOR_THEM);
        mustStillCount(choice);
        mustStand(refusals(contact, choice));
        kept(GivenAnswer.forPerson(memberId, contact, by.by(), clock.instant(), by.taskInstance()), choice);
    }

    /**
     * Records the same on our page, where a list can be as long as the rules allow. The task in Tasklist is then no
     * longer needed. Until the places are given out it can be recorded again; the last record counts.
     *
     * @return why it cannot be accepted; empty if it is
     * @throws NotAllowedException unless they are the line manager, or HR for them
     * @throws NotPossibleNow if the person can still answer, or has answered
     */
    @Transactional
    public List<Refusal> recordForPersonOnPage(long memberId, Contact contact, Colleague by) {
        Choice choice = offers.to(memberId);
        lineManagers.mustBeOneOf(choice.person(), by, RECORD_FOR_THEM);
        long consultationId = choice.member().consultationId();
        if (rounds.find(consultationId).isPresent()) rounds.share(consultationId);
        whyNotForPerson(choice).ifPresent(why -> {
            throw new NotPossibleNow(why);
        });
        List<Refusal> refusals = refusals(contact, choice);
        if (!refusals.isEmpty()) return refusals;
        Answer answer = kept(GivenAnswer.forPerson(memberId, contact, by.userName(), clock.instant(), null), choice);
        events.publishEvent(PreferencingMessages.recordedForPerson(memberId, answer.id()));
        return List.of();
    }

    /** Whether somebody records for this person now, and the colleague is one who may. */
    @Transactional(readOnly = true)
    public boolean mayRecordForPerson(Choice choice, Colleague by) {
        return lineManagers.isOneOf(choice.person(), by)
                && whyNotForPerson(choice).isEmpty();
    }

    /** Why nobody records for this person now; empty if their line manager can. */
    @Transactional(readOnly = true)
    public Optional<String> whyNotForPerson(Choice choice) {
        Member member = choice.member();
        Round round = rounds.find(member.consultationId()).orElse(null);
        if (round == null) return Optional.of("The places are not published yet.");
        if (!member.active()) return Optional.of(LEFT);
        if (rounds.allocated(member.consultationId())) return Optional.of(TOO_LATE);
        Instant until = rounds.takenUntil(member.id());
        if (round.closedAt() == null && !clock.instant().isAfter(until))
            return Optional.of(
                    "Until %s the person answers for themself.".formatted(Deadlines.inWords(deadlines.day(until))));
        if (answers.ofMember(member.id()).stream().anyMatch(GivenAnswer::isOwn))
            return Optional.of("The person has answered, and their answer counts.");
        return isFixed(round, member.id()) ? Optional.of(FIXED) : Optional.empty();
    }

    private List<Refusal> refusals(Contact contact, Choice choice) {
        LocalDate launchedOn = deadlines.day(choice.consultation().launchedAt());
        Stream<Refusal> day = CONTACTED_ON
                .and(DayRule.notBefore(launchedOn, "the launch of the consultation"))
                .problem(contact.on(), deadlines)
                .map(sentence -> new Refusal("contactedOn", sentence))
                .stream();
        return Stream.concat(day, contact.reached() ? choice.refusals(contact.ranking()).stream() : Stream.empty())
                .toList();
    }

    private void mustStillCount(Choice choice) {
        Round round = rounds.share(choice.consultation().id());
        if (rounds.allocated(round.consultationId())) throw new BreaksRules(TOO_LATE);
        if (!choice.member().active()) throw new BreaksRules(LEFT);
        if (isFixed(round, choice.member().id())) throw new BreaksRules(FIXED);
    }

    /** Once the round has closed, an answer that was there by then stands. */
    private boolean isFixed(Round round, long memberId) {
        return round.closedAt() != null
                && answers.ofMember(memberId).stream().anyMatch(given -> given.isOfBefore(round.closedAt()));
    }

    private static void mustStand(List<Refusal> refusals) {
        if (!refusals.isEmpty())
            throw new BreaksRules(
                    refusals.stream().map(Refusal::sentence).distinct().collect(Collectors.joining(" ")));
    }

    private Answer kept(GivenAnswer given, Choice choice) {
        Answer answer = answers.save(given).answer();
        audit.record(
                answer.givenBy(),
                "PREFERENCES_" + answer.kind(),
                "staff/" + choice.member().staffNumber(),
                choice.consultation().regionCode(),
                Map.of(
                        "consultation",
                        choice.consultation().id(),
                        "choices",
                        answer.choices().size(),
                        "longJourneys",
                        answer.longJourneys().size()));
        return answer;
    }
}
