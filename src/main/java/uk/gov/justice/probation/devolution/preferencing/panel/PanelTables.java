package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Member;
import uk.gov.justice.probation.devolution.preferencing.allocating.Result;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.allocating.Runs;
import uk.gov.justice.probation.devolution.preferencing.panel.PanelPlaceRepository.Seat;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answers;
import uk.gov.justice.probation.devolution.preferencing.ranking.Standing;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.preferencing.round.Options;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.workforce.StaffMember;

/**
 * Reads the panel's table: who has which place now, and whom the panel has to decide about. The number of queries does
 * not depend on the number of people.
 */
@Component
class PanelTables {
    private final Consultations consultations;
    private final PanelPeople people;
    private final Options options;
    private final Answers answers;
    private final Rounds rounds;
    private final Runs runs;
    private final PanelPlaceRepository places;
    private final ExperienceOfTeams experience;

    PanelTables(
            Consultations consultations,
            PanelPeople people,
            Options options,
            Answers answers,
            Rounds rounds,
            Runs runs,
            PanelPlaceRepository places,
            ExperienceOfTeams experience) {
        this.consultations = consultations;
        this.people = people;
        this.options = options;
        this.answers = answers;
        this.rounds = rounds;
        this.runs = runs;
        this.places = places;
        this.experience = experience;
    }

    /** @throws NotPossibleNow before the official allocation */
    PanelTable of(long consultationId) {
        Consultations.Facts consultation = consultations.get(consultationId);
        Run run = runs.official(consultationId)
                .orElseThrow(
                        () -> new NotPossibleNow("There is no allocation yet, so the panel has nothing to look at."));
        Map<Long, Result> results =
                runs.results(run.id()).stream().collect(Collectors.toMap(Result::memberId, Function.identity()));
        Map<Long, Seat> seats =
                places.seats(consultationId).stream().collect(Collectors.toMap(Seat::memberId, Function.identity()));
        Map<Long, Answer> asked = answers.latest(consultationId);
        List<Option> offered = options.all(consultationId);
        Map<Long, Option> byId = offered.stream().collect(Collectors.toMap(Option::id, Function.identity()));
        Map<Member, StaffMember> members = people.of(consultationId);
        Standing standing = new Standing(places(members.keySet(), seats, results), asked, consultation::notAskedRank);
        List<Person> seated = members.keySet().stream()
                .map(member -> {
                    Result result = results.get(member.id());
                    Seat seat = seats.get(member.id());
                    Long place = standing.place(member.id());
                    return new Person(
                            member,
                            members.get(member),
                            asked.get(member.id()),
                            result,
                            place == null ? null : byId.get(place),
                            standing.rank(member.id()),
                            standing.isRanked(member.id()),
                            toLookAt(member, result, asked.get(member.id()), standing),
                            seat == null ? null : seat.lookedAtBy());
                })
                .sorted(Comparator.comparing((Person person) -> person.staff().displayName())
                        .thenComparing(person -> person.member().id()))
                .toList();
        return new PanelTable(
                consultation,
                rounds.get(consultationId),
                run,
                offered,
                seated,
                standing.score(),
                experience.of(offered, seated));
    }

    private static Map<Long, Long> places(
            Collection<Member> members, Map<Long, Seat> seats, Map<Long, Result> results) {
        Map<Long, Long> places = new LinkedHashMap<>();
        for (Member member : members) {
            Seat seat = seats.get(member.id());
            Result result = results.get(member.id());
            places.put(member.id(), seat != null ? seat.optionId() : result == null ? null : result.optionId());
        }
        return places;
    }

    private static ToLookAt toLookAt(Member member, Result result, Answer answer, Standing standing) {
        if (result == null) return ToLookAt.JOINED_LATE;
        if (answer != null && answer.kind() == Answer.Kind.UNAVAILABLE) return ToLookAt.UNAVAILABLE;
        if (standing.place(member.id()) == null) return ToLookAt.NO_PLACE;
        if (result.forbiddenSince() && standing.place(member.id()).equals(result.optionId()))
            return ToLookAt.FORBIDDEN_SINCE;
        return standing.isRanked(member.id()) ? null : ToLookAt.NOT_ASKED_FOR;
    }
}
