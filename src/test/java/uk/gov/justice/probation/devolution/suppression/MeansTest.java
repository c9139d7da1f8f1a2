package uk.gov.justice.probation.devolution.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No mean, and no two means together, say how far fewer than ten people travel. */
class MeansTest {
    private final Means means = new Means();

    @Test
    void aMeanNeedsTenPeopleAndIsAWholeNumber() {
        Map<Long, Integer> ten = people(1, 10, 20);
        ten.put(1L, 26);
        assertThat(means.of(List.of(ten))).containsExactly(21);
        assertThat(means.of(List.of(people(100, 9, 20)))).containsOnlyNulls();
        assertThat(means.of(List.of(Map.of()))).containsOnlyNulls();
    }

    @Test
    void whoHasNoMeanInATableIsNobodyOrAtLeastTen() {
        assertThat(means.of(List.of(people(1, 30, 5), people(100, 12, 6), people(200, 4, 7))))
                .as("with everybody's mean the four could be worked out")
                .containsExactly(5, null, null);
        assertThat(new Means().of(List.of(people(1, 12, 5), people(100, 4, 6)))).containsOnlyNulls();
    }

    @Test
    void twoMeansDifferByNobodyOrByAtLeastTenPeople() {
        assertThat(means.of(List.of(people(1, 40, 5)))).containsExactly(5);
        assertThat(means.of(List.of(people(1, 40, 5)))).as("the same again").containsExactly(5);
        assertThat(means.of(List.of(people(1, 38, 5)))).as("two fewer").containsOnlyNulls();
        assertThat(means.of(List.of(people(1, 30, 5)))).as("ten fewer").containsExactly(5);
        Map<Long, Integer> moved = people(1, 40, 5);
        moved.put(7L, 65);
        assertThat(means.of(List.of(moved))).as("one travels further now").containsOnlyNulls();
    }

    @Test
    void aMeanThatWasNotShownHidesNoOther() {
        means.of(List.of(people(1, 20, 5), people(100, 9, 5)));
        assertThat(means.of(List.of(people(1, 22, 5)))).containsExactly(5);
    }

    @Test
    void threeMeansThatOnlyTogetherTellOfAFewAreNotAllShown() {
        Map<Long, Integer> one = people(1, 25, 5);
        Map<Long, Integer> two = people(26, 25, 5);
        assertThat(means.of(List.of(one))).containsExactly(5);
        assertThat(means.of(List.of(two))).containsExactly(5);
        assertThat(means.of(List.of(people(1, 47, 5))))
                .as("it differs from each by more than ten, and from both together by three")
                .containsOnlyNulls();
    }

    @Test
    void noSumOfMeansTellsOfFewerThanTenPeopleInAnySmallPopulation() {
        Random chance = new Random(13);
        int several = 0;
        for (int population = 0; population < 200; population++) {
            List<Map<Long, Integer>> all = shownOf(chance);
            if (all.size() > 2) several++;
            assertThat(fewest(all)).as("population %d", population).isGreaterThanOrEqualTo(10);
        }
        assertThat(several).as("populations with three means or more").isGreaterThan(50);
    }

    /** Tables by one thing and by another, twice: in between some people travel further than before. */
    private static List<Map<Long, Integer>> shownOf(Random chance) {
        Means means = new Means();
        int people = 20 + chance.nextInt(60);
        int blocks = 1 + chance.nextInt(4);
        List<Map<Long, Integer>> shown = new ArrayList<>();
        int[] minutes = new int[people];
        int[][] groups = new int[3][people];
        for (int by = 0; by < groups.length; by++)
            for (int person = 0; person < people; person++)
                groups[by][person] = chance.nextInt(8) == 0 ? chance.nextInt(3) : (person * blocks / people + by) % 3;
        for (int publication = 0; publication < 2; publication++) {
            for (int[] by : groups) {
                List<Map<Long, Integer>> table = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
                for (int person = 0; person < people; person++)
                    table.get(by[person]).put((long) person, minutes[person]);
                List<Integer> is = means.of(table);
                for (int group = 0; group < 3; group++) if (is.get(group) != null) shown.add(table.get(group));
            }
            int moved = chance.nextInt(20);
            for (int person = 0; person < moved && person < people; person++) minutes[person] = 30;
        }
        return shown.stream().distinct().limit(6).toList();
    }

    /** How many people, each with what they have, are in the smallest sum of these, each up to twice or taken away. */
    private static long fewest(List<Map<Long, Integer>> shown) {
        Map<List<Boolean>, Long> alike = shown.stream()
                .flatMap(group -> group.entrySet().stream())
                .distinct()
                .collect(Collectors.groupingBy(
                        one -> shown.stream()
                                .map(group -> group.entrySet().contains(one))
                                .toList(),
                        Collectors.counting()));
        long fewest = Long.MAX_VALUE;
        int[] times = new int[shown.size()];
        Arrays.fill(times, -2);
        while (true) {
            long people = 0;
            for (Map.Entry<List<Boolean>, Long> some : alike.entrySet()) {
                int sum = 0;
                for (int mean = 0; mean < times.length; mean++)
                    if (some.getKey().get(mean)) sum += times[mean];
                if (sum != 0) people += some.getValue();
            }
            if (people > 0) fewest = Math.min(fewest, people);
            int digit = 0;
            while (digit < times.length && ++times[digit] > 2) times[digit++] = -2;
            if (digit == times.length) return fewest;
        }
    }

    private static Map<Long, Integer> people(long first, int count, int minutes) {
        Map<Long, Integer> people = new HashMap<>();
        for (long person = first; person < first + count; person++) people.put(person, minutes);
        return people;
    }
}
