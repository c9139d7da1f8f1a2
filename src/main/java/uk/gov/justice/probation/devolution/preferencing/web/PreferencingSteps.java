package uk.gov.justice.probation.devolution.preferencing.web;

import static uk.gov.justice.probation.devolution.consultation.PersonalStep.Part.CHOOSE;
import static uk.gov.justice.probation.devolution.consultation.PersonalStep.Part.OUTCOME;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.ConsultationState;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.consultation.PersonalStep;
import uk.gov.justice.probation.devolution.consultation.PersonalStep.Status;
import uk.gov.justice.probation.devolution.consultation.PersonalSteps;
import uk.gov.justice.probation.devolution.preferencing.OwnPreferencesQuery;
import uk.gov.justice.probation.devolution.preferencing.OwnPreferencesQuery.Own;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.web.Dates;

/** The steps from the published places on: ranking, the outcome, and the appeal. */
@Component
@Order(20)
class PreferencingSteps implements PersonalSteps {
    private static final String RANK = "Rank the places you would take";
    private static final String OUTCOME_AND_WHY = "See your outcome, and why";
    private static final String APPEAL = "Appeal, if you do not agree";

    private final OwnPreferencesQuery own;
    private final Rounds rounds;
    private final Dates dates;
    private final Clock clock;

    PreferencingSteps(OwnPreferencesQuery own, Rounds rounds, Dates dates, Clock clock) {
        this.own = own;
        this.rounds = rounds;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public Map<Long, List<PersonalStep>> of(Map<Member, Facts> takingPart) {
        List<Long> ids = takingPart.keySet().stream().map(Member::id).toList();
        Map<Long, Own> standing = own.of(ids);
        Map<Long, Instant> closes = rounds.closesFor(ids);
        Map<Long, List<PersonalStep>> steps = new HashMap<>();
        takingPart.forEach((member, consultation) -> {
            Own theirs = standing.get(member.id());
            steps.put(
                    member.id(),
                    List.of(
                            ranking(member, consultation, theirs, closes.get(member.id())),
                            outcome(member, theirs),
                            appeal(member, consultation, theirs)));
        });
        return steps;
    }

    private PersonalStep ranking(Member member, Facts consultation, Own own, Instant closes) {
        if (own.published() == null && consultation.state().compareTo(ConsultationState.PREFERENCES) < 0)
            return PersonalStep.later(CHOOSE, RANK, "The places are published when everybody has had their one-to-one");
        boolean open = closes != null && own.closed() == null && clock.instant().isBefore(closes);
        boolean answered = own.answeredAt() != null;
        return new PersonalStep(
                CHOOSE,
                RANK,
                "/people/%d/ranking".formatted(member.id()),
                answered ? Status.DONE : open ? Status.TO_DO : closes == null ? Status.TO_COME : Status.LATE,
                answered ? answered(own, open ? closes : null) : notAnswered(open, closes));
    }

    private String answered(Own own, Instant changeableUntil) {
        String when = dates.moment(own.answeredAt());
        String how = switch (own.answered()) {
            case OWN -> "You answered on %s".formatted(when);
            case ON_BEHALF -> "Your line manager recorded it for you on %s".formatted(when);
            case UNAVAILABLE -> "It was recorded on %s that you could not be reached".formatted(when);
        };
        return changeableUntil == null
                ? how
                : "%s. You can change it until %s".formatted(how, dates.moment(changeableUntil));
    }

    private String notAnswered(boolean open, Instant closes) {
        if (closes == null) return "";
        return open
                ? "Until " + dates.moment(closes)
                : "The time to answer ended on %s. Your line manager will contact you. We never assume an answer"
                        .formatted(dates.moment(closes));
    }

    private static PersonalStep outcome(Member member, Own own) {
        if (own.letterId() == null)
            return PersonalStep.later(OUTCOME, OUTCOME_AND_WHY, "After the panel and the director have decided");
        return new PersonalStep(
                OUTCOME,
                OUTCOME_AND_WHY,
                "/people/%d/result".formatted(member.id()),
                Status.IF_YOU_WANT,
                "Your letter is written");
    }

    private PersonalStep appeal(Member member, Facts consultation, Own own) {
        if (own.letterId() == null) return PersonalStep.later(OUTCOME, APPEAL, "Once you have your outcome");
        if (own.appealId() != null)
            return new PersonalStep(
                    OUTCOME,
                    APPEAL,
                    "/appeals/" + own.appealId(),
                    Status.DONE,
                    "You appealed on %s: %s"
                            .formatted(
                                    dates.moment(own.lodgedAt()),
                                    own.appeal().label().toLowerCase(Locale.UK)));
        Instant last = consultation.appealsCloseAt();
        boolean over =
                consultation.state().ended() || last != null && clock.instant().isAfter(last);
        return new PersonalStep(
                OUTCOME,
                APPEAL,
                "/people/%d/appeal".formatted(member.id()),
                over ? Status.OVER : Status.IF_YOU_WANT,
                last == null
                        ? "You will be told the last day"
                        : over
                                ? "Appeals closed on %s".formatted(dates.moment(last))
                                : "The last day is %s".formatted(dates.moment(last)));
    }
}
