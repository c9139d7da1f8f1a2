package uk.gov.justice.probation.devolution.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import uk.gov.justice.probation.devolution.allocation.Obstacle.Kind;

/** Says of a finished staffing who has what, and what stood in the way of each better choice. */
final class Explanations {
    private final Staffing staffing;
    private final int[] asked;
    private final int[] askedFirst;
    private final int[][] given;
    private final List<List<Integer>> givenByRank;
    private final int[] givenUnranked;
    private final int[] byRank;

    private Explanations(Staffing staffing) {
        this.staffing = staffing;
        this.asked = new int[staffing.none];
        this.askedFirst = new int[staffing.none];
        this.given = new int[staffing.none][staffing.ranks() - 1];
        this.givenUnranked = new int[staffing.none];
        this.byRank = new int[staffing.ranks() + 1];
        staffing.people.forEach(this::count);
        this.givenByRank = Arrays.stream(given).map(Explanations::list).toList();
    }

    static Allocation of(Staffing staffing, Objective objective, long seed) {
        var explanations = new Explanations(staffing);
        List<Placed> placed = IntStream.range(0, staffing.people.size())
                .mapToObj(explanations::placed)
                .toList();
        List<Place> free = IntStream.range(0, staffing.none)
                .mapToObj(
                        option -> new Place(staffing.options[option], staffing.places[option] - staffing.load[option]))
                .toList();
        int[] byRank = explanations.byRank;
        return new Allocation(
                objective,
                seed,
                placed,
                new Score(byRank[0], list(Arrays.copyOfRange(byRank, 1, byRank.length))),
                free);
    }

    private void count(Person person) {
        for (int wish = 0; wish < person.wishes.length; wish++) {
            asked[person.wishes[wish]]++;
            if (person.ranks[wish] == 1) askedFirst[person.wishes[wish]]++;
        }
        int rank = staffing.rank(person);
        byRank[rank]++;
        if (rank == 0) return;
        if (person.wish(person.at) < 0) givenUnranked[person.at]++;
        else given[person.at][rank - 1]++;
    }

    private Placed placed(int number) {
        Person person = staffing.people.get(number);
        int rank = staffing.rank(person);
        boolean ranked = rank != 0 && person.wish(person.at) >= 0;
        int choices = ranked ? rank - 1 : person.applicant.ranked().size();
        return new Placed(
                person.applicant.person(),
                rank == 0 ? null : staffing.options[person.at],
                rank,
                ranked,
                person.decided,
                number + 1,
                person.allowed,
                obstacles(person, choices));
    }

    private List<Obstacle> obstacles(Person person, int choices) {
        if (choices == 0) return List.of();
        var obstacles = new ArrayList<Obstacle>(choices);
        int wish = 0;
        for (int rank = 1; rank <= choices; rank++) {
            boolean allowed = wish < person.ranks.length && person.ranks[wish] == rank;
            obstacles.add(allowed ? outdone(person, wish++) : forbidden(person.applicant, rank));
        }
        return obstacles;
    }

    private Obstacle outdone(Person person, int wish) {
        if (person.decided) return obstacle(person.wishes[wish], person.ranks[wish], Kind.DECIDED, "", null);
        if (person.isPossible(wish)) return obstacle(person.wishes[wish], person.ranks[wish], Kind.LOTTERY, "", null);
        Setback setback = person.setback(wish);
        return obstacle(
                person.wishes[wish], person.ranks[wish], setback == null ? Kind.NO_PLACE : Kind.OBJECTIVE, "", setback);
    }

    private Obstacle forbidden(Applicant applicant, int rank) {
        String option = applicant.ranked().get(rank - 1);
        return obstacle(
                Arrays.binarySearch(staffing.options, option),
                rank,
                Kind.NOT_ALLOWED,
                applicant.verdict(option).why(),
                null);
    }

    private Obstacle obstacle(int option, int rank, Kind kind, String why, Setback setback) {
        return new Obstacle(
                staffing.options[option],
                rank,
                kind,
                why,
                staffing.places[option],
                asked[option],
                askedFirst[option],
                givenByRank.get(option),
                givenUnranked[option],
                setback);
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
