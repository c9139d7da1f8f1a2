package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.allocation.Allocation;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Allocator;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Verdict;
import uk.gov.justice.probation.devolution.preferencing.allocating.AllocationRequests;
import uk.gov.justice.probation.devolution.preferencing.allocating.Result;
import uk.gov.justice.probation.devolution.preferencing.panel.Effect.Again;
import uk.gov.justice.probation.devolution.preferencing.ranking.Answer;
import uk.gov.justice.probation.devolution.preferencing.ranking.HardRules;
import uk.gov.justice.probation.devolution.preferencing.ranking.Standing;
import uk.gov.justice.probation.devolution.preferencing.round.Option;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/** Calculates the effect of a move by the panel, and which moves the hard rules allow. */
@Component
class MoveEffects {
    private final AllocationRequests requests;
    private final ExperienceOfTeams experience;

    MoveEffects(AllocationRequests requests, ExperienceOfTeams experience) {
        this.requests = requests;
        this.experience = experience;
    }

    /** Where the person could go. */
    List<Possibility> possibilities(PanelTable table, long memberId) {
        Map<String, Applicant> applicants =
                applicants(requests.of(table.consultation().id()));
        Person person = table.person(memberId);
        List<Possibility> possibilities = new ArrayList<>();
        for (Option option : table.options()) {
            if (person.option() != null && person.option().id() == option.id() || !allows(applicants, person, option))
                continue;
            List<Person> there = table.people().stream()
                    .filter(other -> other.option() != null && other.option().id() == option.id())
                    .toList();
            List<Person> swaps = person.option() == null
                    ? List.of()
                    : there.stream()
                            .filter(other -> allows(applicants, other, person.option()))
                            .toList();
            int free = option.places() - there.size();
            int rank = person.answer() == null ? 0 : person.answer().choices().indexOf(option.id()) + 1;
            if (free > 0 || !swaps.isEmpty())
                possibilities.add(new Possibility(option, Math.max(0, free), rank, swaps));
        }
        return possibilities;
    }

    /** @throws NotPossibleNow if a rule forbids it */
    Effect of(PanelTable table, Proposal proposal) {
        AllocationRequest request = requests.of(table.consultation().id());
        Map<String, Applicant> applicants = applicants(request);
        Person person = table.person(proposal.memberId());
        Option to = table.options().stream()
                .filter(option -> option.id() == proposal.toOption())
                .findFirst()
                .orElseThrow(() -> new NotPossibleNow("Choose one of the places on offer."));
        if (person.option() != null && person.option().id() == to.id())
            throw new NotPossibleNow(
                    "%s has this place already.".formatted(person.staff().inFull()));
        mustAllow(applicants, person, to);
        List<Proposed> proposed = new ArrayList<>(List.of(new Proposed(person, to)));
        Standing standing = standing(table);
        if (proposal.swapWith() == null && standing.taken(to.id()) >= to.places()) {
            throw new NotPossibleNow(
                    "%s has no place left: all %d are taken. Choose somebody there to swap places with."
                            .formatted(to.name(), to.places()));
        }
        if (proposal.swapWith() != null) {
            Person other = table.person(proposal.swapWith());
            if (other.option() == null || other.option().id() != to.id())
                throw new NotPossibleNow(
                        "%s is no longer at %s.".formatted(other.staff().inFull(), to.name()));
            if (person.option() == null)
                throw new NotPossibleNow("%s has no place to give in exchange."
                        .formatted(person.staff().inFull()));
            mustAllow(applicants, other, person.option());
            proposed.add(new Proposed(other, person.option()));
        }
        Standing after = standing.with(proposed.stream()
                .collect(Collectors.toMap(
                        each -> each.person().member().id(), each -> each.to().id())));
        List<Change> changes = proposed.stream()
                .map(each -> {
                    long id = each.person().member().id();
                    return new Change(
                            each.person(),
                            each.person().option(),
                            standing.rank(id),
                            each.to(),
                            after.rank(id),
                            after.isRanked(id));
                })
                .toList();
        return new Effect(
                proposal,
                table.round().panelVersion(),
                request.objective(),
                changes,
                standing.score(),
                after.score(),
                comparison(table, request.objective(), standing, after),
                request.notAskedRank(),
                again(table, request, proposal),
                teams(table, changes));
    }

    private List<String> teams(PanelTable table, List<Change> changes) {
        Map<Long, Option> to = changes.stream()
                .collect(Collectors.toMap(change -> change.person().member().id(), Change::to));
        List<Person> moved = table.people().stream()
                .map(person -> person.at(to.getOrDefault(person.member().id(), person.option())))
                .toList();
        Map<String, TeamExperience> before = byTeam(table.teams());
        Map<String, TeamExperience> after = byTeam(experience.of(table.options(), moved));
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(team -> !now(before, after, team).equals(now(after, before, team)))
                .map(team -> "%s: %s experienced in the work instead of %s."
                        .formatted(
                                team,
                                now(after, before, team).inWords(),
                                now(before, after, team).inWords()))
                .toList();
    }

    private static Map<String, TeamExperience> byTeam(List<TeamExperience> teams) {
        return teams.stream()
                .collect(Collectors.toMap(
                        TeamExperience::team, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    /** A team that is not listed takes nobody in, so that it is as it was before. */
    private static Share now(Map<String, TeamExperience> listed, Map<String, TeamExperience> other, String team) {
        return listed.containsKey(team)
                ? listed.get(team).now()
                : other.get(team).before();
    }

    /** Everybody else allocated again around the move; null under the draw, which is never run again. */
    private static Again again(PanelTable table, AllocationRequest request, Proposal proposal) {
        if (request.objective() == Objective.DRAW) return null;
        Allocation best = Allocator.allocate(
                request, Map.of(Long.toString(proposal.memberId()), Long.toString(proposal.toOption())));
        long changes = best.placed().stream()
                .filter(placed -> Long.parseLong(placed.person()) != proposal.memberId())
                .filter(placed -> changesFromOfficial(table, placed.person(), placed.option()))
                .count();
        return new Again(best.score(), (int) changes);
    }

    /** In the draw, ranks count person by person in the order of the lottery, after who has no place. */
    private static int comparison(PanelTable table, Objective objective, Standing before, Standing after) {
        int comparison = after.score().compare(objective, before.score());
        if (comparison != 0 || objective != Objective.DRAW) return comparison;
        return table.people().stream()
                .filter(person -> person.result() != null)
                .sorted(Comparator.comparingInt(person -> person.result().lottery()))
                .mapToLong(person -> person.member().id())
                .mapToInt(member -> Integer.compare(preference(after, member), preference(before, member)))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    }

    private static int preference(Standing standing, long member) {
        return standing.place(member) == null ? Integer.MAX_VALUE : standing.rank(member);
    }

    private static Standing standing(PanelTable table) {
        Map<Long, Long> places = new HashMap<>();
        Map<Long, Answer> answers = new HashMap<>();
        for (Person person : table.people()) {
            places.put(
                    person.member().id(),
                    person.option() == null ? null : person.option().id());
            if (person.answer() != null) answers.put(person.member().id(), person.answer());
        }
        return new Standing(places, answers, table.consultation()::notAskedRank);
    }

    private record Proposed(Person person, Option to) {}

    private static boolean changesFromOfficial(PanelTable table, String person, String option) {
        Result official = table.person(Long.parseLong(person)).result();
        return !Objects.equals(
                option == null ? null : Long.valueOf(option), official == null ? null : official.optionId());
    }

    private static void mustAllow(Map<String, Applicant> applicants, Person person, Option option) {
        Verdict verdict = verdict(applicants, person, option);
        if (verdict.allowed()) return;
        throw new NotPossibleNow(
                switch (verdict.why()) {
                    case Verdict.ROLE ->
                        "%s is not for the grade of %s."
                                .formatted(option.name(), person.staff().inFull());
                    case HardRules.HOST_REGION ->
                        "%s is outside the region in which staff from the site of %s are placed."
                                .formatted(option.name(), person.staff().inFull());
                    case HardRules.UNKNOWN_JOURNEY ->
                        "It is not known how long the journey to %s takes %s. Ask them first."
                                .formatted(option.name(), person.staff().inFull());
                    default ->
                        "The mobility check does not allow %s for %s. The panel cannot override it."
                                .formatted(option.name(), person.staff().inFull());
                });
    }

    private static boolean allows(Map<String, Applicant> applicants, Person person, Option option) {
        return verdict(applicants, person, option).allowed();
    }

    private static Verdict verdict(Map<String, Applicant> applicants, Person person, Option option) {
        return applicants
                .get(Long.toString(person.member().id()))
                .verdicts()
                .getOrDefault(Long.toString(option.id()), Verdict.no(Verdict.ROLE));
    }

    private static Map<String, Applicant> applicants(AllocationRequest request) {
        return request.applicants().stream().collect(Collectors.toMap(Applicant::person, Function.identity()));
    }
}
