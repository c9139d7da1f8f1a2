package uk.gov.justice.probation.devolution.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Objectives whose weights do not fit into 64 bits are solved in parts. The reference solves them in one go, by
 * shortest paths and with weights of any size.
 */
@DisplayName("With more levels than fit into one solve, the allocation")
class ManyLevelsTest {
    private static final int PEOPLE = 70;
    private static final int OPTIONS = 22;
    private static final int CHOICES = 18;
    private static final int CASES = 4;

    @ParameterizedTest
    @EnumSource(
            value = Objective.class,
            names = {"GREEDY", "GENEROUS"})
    void isTheBestOfWeightsOfAnySize(Objective objective) {
        Random random = new Random(objective.ordinal());
        for (int i = 0; i < CASES; i++) {
            AllocationRequest request = request(random, objective);
            List<Level> levels = Level.of(objective, CHOICES + 1);
            assertThat(Weights.of(levels, OPTIONS + 1, Long.MAX_VALUE / 4).levels())
                    .hasSizeLessThan(levels.size() - 4);

            assertThat(Allocator.allocate(request).score()).isEqualTo(reference(request));
        }
    }

    private static AllocationRequest request(Random random, Objective objective) {
        List<Place> places = new ArrayList<>();
        for (int option = 0; option < OPTIONS; option++)
            places.add(new Place("option " + (10 + option), random.nextInt(7)));
        List<Applicant> applicants = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            List<String> options =
                    new ArrayList<>(places.stream().map(Place::option).toList());
            Collections.shuffle(options.subList(0, OPTIONS / 3), random);
            if (random.nextInt(4) == 0) Collections.shuffle(options, random);
            Map<String, Verdict> verdicts = new HashMap<>();
            options.forEach(
                    option -> verdicts.put(option, random.nextInt(8) == 0 ? Verdict.no("MOBILITY") : Verdict.yes()));
            applicants.add(new Applicant(
                    "person " + person,
                    options.subList(0, person == 0 ? CHOICES : random.nextInt(CHOICES + 1)),
                    verdicts));
        }
        return new AllocationRequest(places, applicants, objective, random.nextLong());
    }

    /**
     * Gives people a place one at a time, each by the cheapest chain of moves that ends at a free place or with
     * somebody going without.
     */
    private static Score reference(AllocationRequest request) {
        BigInteger[] cost = costs(request.objective());
        int[] at = new int[PEOPLE];
        Arrays.fill(at, -1);
        for (int person = 0; person < PEOPLE; person++) add(request, cost, at, person);
        int[] byRank = new int[CHOICES + 2];
        for (int person = 0; person < PEOPLE; person++)
            byRank[rank(request.applicants().get(person), at[person])]++;
        return new Score(byRank[0], Arrays.stream(byRank).skip(1).boxed().toList());
    }

    private static BigInteger[] costs(Objective objective) {
        BigInteger base = BigInteger.valueOf(PEOPLE + 1);
        BigInteger[] cost = new BigInteger[CHOICES + 2];
        cost[0] = base.pow(CHOICES + 2);
        for (int rank = 1; rank < cost.length; rank++)
            cost[rank] =
                    objective == Objective.GREEDY ? base.pow(CHOICES + 1 - rank).negate() : base.pow(rank - 1);
        return cost;
    }

    private static void add(AllocationRequest request, BigInteger[] cost, int[] at, int newcomer) {
        BigInteger[] least = new BigInteger[OPTIONS + 1];
        int[] mover = new int[OPTIONS + 1];
        int[] load = new int[OPTIONS + 1];
        for (int person = 0; person < newcomer; person++) load[at[person]]++;
        for (int option = 0; option <= OPTIONS; option++) {
            least[option] = costOf(request.applicants().get(newcomer), option, cost);
            mover[option] = newcomer;
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int person = 0; person < newcomer; person++) {
                if (least[at[person]] == null) continue;
                for (int option = 0; option <= OPTIONS; option++) {
                    BigInteger there = costOf(request.applicants().get(person), option, cost);
                    if (there == null || option == at[person]) continue;
                    BigInteger chain = least[at[person]]
                            .add(there)
                            .subtract(costOf(request.applicants().get(person), at[person], cost));
                    if (least[option] != null && least[option].compareTo(chain) <= 0) continue;
                    least[option] = chain;
                    mover[option] = person;
                    changed = true;
                }
            }
        }
        int end = -1;
        for (int option = 0; option <= OPTIONS; option++) {
            boolean room = option == OPTIONS
                    || load[option] < request.places().get(option).places();
            if (room && least[option] != null && (end < 0 || least[option].compareTo(least[end]) < 0)) end = option;
        }
        while (true) {
            int person = mover[end];
            int left = at[person];
            at[person] = end;
            if (person == newcomer) return;
            end = left;
        }
    }

    private static BigInteger costOf(Applicant applicant, int option, BigInteger[] cost) {
        if (option < OPTIONS
                && !applicant.verdicts().get("option " + (10 + option)).allowed()) return null;
        return cost[rank(applicant, option)];
    }

    private static int rank(Applicant applicant, int option) {
        if (option == OPTIONS) return 0;
        int place = applicant.ranked().indexOf("option " + (10 + option));
        if (place >= 0) return place + 1;
        return applicant.ranked().isEmpty() ? CHOICES + 1 : applicant.ranked().size() + 1;
    }
}
