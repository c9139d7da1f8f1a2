package uk.gov.justice.probation.devolution.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import uk.gov.justice.probation.devolution.allocation.Obstacle.Kind;

/** Says of a finished staffing who has what, and what stood in the way of each better choice. */
final class Explanations {
    private final Staffing staffing;
    /** Null if the objective was not the draw. */
    private final Turns turns;

    private final int[] asked;
    private final int[] askedFirst;
    private final int[][] given;
    private final List<List<Integer>> givenByRank;
    private final int[] givenUnranked;
    private final int[] byRank;

    private Explanations(Staffing staffing, Turns turns) {
        this.staffing = staffing;
        this.turns = turns;
        this.asked = new int[staffing.none];
        this.askedFirst = new int[staffing.none];
        this.given = new int[staffing.none][staffing.ranks() - 1];
        this.givenUnranked = new int[staffing.none];
        this.byRank = new int[staffing.ranks() + 1];
        staffing.people.forEach(this::count);
        this.givenByRank = Arrays.stream(given).map(Explanations::list).toList();
    }

    static Allocation of(Staffing staffing, Turns turns, AllocationRequest request) {
        var explanations = new Explanations(staffing, turns);
        List<Placed> placed = IntStream.range(0, staffing.people.size())
                .mapToObj(explanations::placed)
                .toList();
        List<Place> free = IntStream.range(0, staffing.none)
                .mapToObj(
                        option -> new Place(staffing.options[option], staffing.places[option] - staffing.load[option]))
                .toList();
        int[] byRank = explanations.byRank;
        return new Allocation(
                request.objective(),
                request.seed(),
                placed,
                new Score(byRank[0], list(Arrays.copyOfRange(byRank, 1, byRank.length))),
                free,
                request.notAskedRank(),
                turns == null ? 0 : Turns.moreWithEveryConsent(staffing));
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
                person.open == null ? 0 : person.open.members().length,
                obstacles(number, choices),
                ranked ? List.of() : elsewhere(number));
    }

    private List<Obstacle> obstacles(int number, int choices) {
        if (choices == 0) return List.of();
        Person person = staffing.people.get(number);
        var obstacles = new ArrayList<Obstacle>(choices);
        int wish = 0;
        for (int rank = 1; rank <= choices; rank++) {
            boolean allowed = wish < person.ranks.length && person.ranks[wish] == rank;
            obstacles.add(allowed ? outdone(number, wish++) : forbidden(person.applicant, rank));
        }
        return obstacles;
    }

    private Obstacle outdone(int number, int wish) {
        Person person = staffing.people.get(number);
        int option = person.wishes[wish];
        int rank = person.ranks[wish];
        if (person.decided) return obstacle(option, rank, Kind.DECIDED);
        if (turns != null) return inTurn(number, option, rank);
        return person.isPossible(wish)
                ? obstacle(option, rank, Kind.LOTTERY)
                : obstacle(option, rank, person.setback(wish));
    }

    private List<Obstacle> elsewhere(int number) {
        Person person = staffing.people.get(number);
        if (person.open == null || person.decided) return List.of();
        var obstacles = new ArrayList<Obstacle>();
        for (int option : person.open.members()) {
            if (option != person.at && staffing.places[option] > 0 && person.wish(option) < 0)
                obstacles.add(elsewhere(number, person, option));
        }
        return obstacles;
    }

    private Obstacle elsewhere(int number, Person person, int option) {
        if (turns != null) return inTurn(number, option, 0);
        return person.others != null && person.others.contains(option)
                ? obstacle(option, 0, Kind.LOTTERY)
                : obstacle(option, 0, person.setbackElsewhere(option));
    }

    private Obstacle inTurn(int number, int option, int rank) {
        if (staffing.places[option] == 0) return obstacle(option, rank, Kind.NO_PLACE);
        if (turns.couldHaveNamed(option, number)) return obstacle(option, rank, Kind.UNNAMED);
        if (!turns.wasFull(option, number)) return obstacle(option, rank, Kind.ONE_MORE);
        int last = turns.lastAt(option);
        return last == 0 ? obstacle(option, rank, Kind.NO_PLACE) : obstacle(option, rank, Kind.FULL, "", last, null);
    }

    private Obstacle forbidden(Applicant applicant, int rank) {
        String option = applicant.ranked().get(rank - 1);
        return obstacle(
                Arrays.binarySearch(staffing.options, option),
                rank,
                Kind.NOT_ALLOWED,
                applicant.verdict(option).why(),
                0,
                null);
    }

    private Obstacle obstacle(int option, int rank, Kind kind) {
        return obstacle(option, rank, kind, "", 0, null);
    }

    /** @param setback null if no allocation has them there */
    private Obstacle obstacle(int option, int rank, Setback setback) {
        return obstacle(option, rank, setback == null ? Kind.NO_PLACE : Kind.OBJECTIVE, "", 0, setback);
    }

    private Obstacle obstacle(int option, int rank, Kind kind, String why, int last, Setback setback) {
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
                last,
                setback);
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
