package uk.gov.justice.probation.devolution.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.allocation.Allocation;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Allocator;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Place;
import uk.gov.justice.probation.devolution.allocation.Placed;
import uk.gov.justice.probation.devolution.allocation.Verdict;

/**
 * What a list is worth: in a thousand rounds for each aim, one person with the same wishes names 1, 2, 3 or 5 of them.
 * The others name one to five. Then what the aims give to all together. Not a test: {@code mvn test
 * -Dtest=StrategiesBenchmark}.
 */
class StrategiesBenchmark {
    private static final int ROUNDS = 1_000;
    private static final int PEOPLE = 60;
    private static final int OPTIONS = 8;
    private static final int LONGEST = 5;
    private static final List<Integer> LENGTHS = List.of(1, 2, 3, 5);
    private static final String ME = "me";

    @Test
    void lists() {
        System.out.printf(
                "%n%,d rounds of %d people and %d places to go, 2 %% more places than people; of every 100 rounds, the person's first choice / a place not asked for / none%n",
                ROUNDS, PEOPLE, OPTIONS);
        System.out.printf("%-20s", "names");
        LENGTHS.forEach(length -> System.out.printf("%20d", length));
        System.out.println();
        for (Objective aim : Objective.values()) compare(aim.title(), aim, LONGEST + 1);
        for (Objective aim : List.of(Objective.GREEDY, Objective.GENEROUS, Objective.BALANCED))
            compare(aim.title() + ", before", aim, null);
        System.out.printf(
                "%nWhat each aim gives to everybody, where all name their wishes honestly, up to five, and in the draw all of them:%n");
        for (Objective aim : Objective.values()) everybody(aim, LONGEST);
        everybody(Objective.DRAW, OPTIONS);
    }

    private static void compare(String name, Objective aim, Integer notAskedRank) {
        System.out.printf("%-20.20s", name);
        for (int length : LENGTHS) {
            int first = 0;
            int notAsked = 0;
            int none = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Placed mine = Allocator.allocate(request(round, aim, notAskedRank, length, false))
                        .byPerson()
                        .get(ME);
                if (mine.option() == null) none++;
                else if (!mine.ranked()) notAsked++;
                else if (mine.rank() == 1) first++;
            }
            System.out.printf("%20s", "%.1f / %.1f / %.1f".formatted(percent(first), percent(notAsked), percent(none)));
        }
        System.out.println();
    }

    private static void everybody(Objective aim, int names) {
        double first = 0;
        double sum = 0;
        double notAsked = 0;
        int worst = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Allocation all = Allocator.allocate(request(round, aim, names + 1, names, true));
            first += all.score().at(1);
            notAsked += all.score().at(names + 1);
            sum += all.score().sumOfRanks();
            worst = Math.max(worst, all.score().worstRank());
        }
        System.out.printf(
                "%-20s %d names: first choices %.1f %%, places not asked for %.2f %%, mean rank %.3f, worst rank of all rounds %d%n",
                aim.title(),
                names,
                100 * first / ROUNDS / PEOPLE,
                100 * notAsked / ROUNDS / PEOPLE,
                sum / ROUNDS / PEOPLE,
                worst);
    }

    private static double percent(int rounds) {
        return 100.0 * rounds / ROUNDS;
    }

    /** Some places are popular with all; the lists of the same round differ in the length of one person's alone. */
    private static AllocationRequest request(
            int round, Objective aim, Integer notAskedRank, int mine, boolean ofEverybody) {
        Random random = new Random(round);
        double[] popular = IntStream.range(0, OPTIONS)
                .mapToDouble(option -> random.nextGaussian())
                .toArray();
        List<Place> places = new ArrayList<>();
        Map<String, Verdict> all = new HashMap<>();
        for (int option = 0; option < OPTIONS; option++) {
            int left = (int) Math.ceil(PEOPLE * 1.02);
            places.add(new Place("" + option, left / OPTIONS + (option < left % OPTIONS ? 1 : 0)));
            all.put("" + option, Verdict.yes());
        }
        Map<String, Verdict> shared = Map.copyOf(all);
        List<Applicant> people = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            double[] liking = IntStream.range(0, OPTIONS)
                    .mapToDouble(option -> popular[option] + random.nextGaussian())
                    .toArray();
            List<String> wishes = IntStream.range(0, OPTIONS)
                    .boxed()
                    .sorted(Comparator.comparingDouble(option -> -liking[option]))
                    .map(String::valueOf)
                    .toList();
            int others = 1 + random.nextInt(LONGEST);
            int length = ofEverybody || person == 0 ? mine : others;
            people.add(new Applicant(person == 0 ? ME : "p" + person, wishes.subList(0, length), shared));
        }
        return new AllocationRequest(places, people, aim, random.nextLong(), notAskedRank);
    }
}
