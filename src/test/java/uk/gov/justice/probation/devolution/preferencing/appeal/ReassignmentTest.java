package uk.gov.justice.probation.devolution.preferencing.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Verdict;
import uk.gov.justice.probation.devolution.preferencing.appeal.Reassignment.Affected;

/**
 * Random small cases. The result is checked against the data and, for the number of people left without a place,
 * against every possible reassignment.
 */
class ReassignmentTest {

    /** People with and without places, some of them affected; places that nobody has are free. */
    private record Case(List<Affected> affected, Map<String, Integer> free, Objective objective, long seed) {
        static Case random(long seed) {
            Random chance = new Random(seed);
            List<String> options = List.of("1", "2", "3", "4", "5").subList(0, 2 + chance.nextInt(4));
            Map<String, Integer> free = new TreeMap<>();
            options.forEach(option -> free.put(option, chance.nextInt(3)));
            List<Affected> affected = new ArrayList<>();
            int people = 1 + chance.nextInt(6);
            for (int n = 0; n < people; n++) {
                Map<String, Verdict> verdicts = new HashMap<>();
                options.stream()
                        .filter(option -> chance.nextInt(6) > 0)
                        .forEach(option ->
                                verdicts.put(option, chance.nextInt(5) > 0 ? Verdict.yes() : Verdict.no("MOBILITY")));
                List<String> ranked = new ArrayList<>(options);
                Collections.shuffle(ranked, chance);
                boolean placed = chance.nextBoolean();
                affected.add(new Affected(
                        "p" + n,
                        placed ? options.get(chance.nextInt(options.size())) : null,
                        ranked.subList(0, chance.nextInt(options.size() + 1)),
                        verdicts));
            }
            return new Case(affected, free, Objective.values()[chance.nextInt(4)], seed);
        }

        Map<String, String> after() {
            return Reassignment.of(affected, free, objective, seed, true);
        }

        Map<String, Integer> places() {
            Map<String, Integer> places = new HashMap<>(free);
            affected.stream()
                    .filter(person -> person.has() != null)
                    .forEach(person -> places.merge(person.has(), 1, Integer::sum));
            return places;
        }
    }

    @Property(tries = 3000)
    void whatNobodyAffectedHadOrWasFreeIsNeverTaken(@ForAll long seed) {
        Case random = Case.random(seed);
        Map<String, Integer> taken = new HashMap<>();
        random.after().values().stream()
                .filter(Objects::nonNull)
                .forEach(option -> taken.merge(option, 1, Integer::sum));
        Map<String, Integer> places = random.places();

        taken.forEach((option, people) ->
                assertThat(people).as("people given %s", option).isLessThanOrEqualTo(places.get(option)));
    }

    @Property(tries = 3000)
    void whoHasAPlaceKeepsItOrGetsABetterChoice(@ForAll long seed) {
        Case random = Case.random(seed);
        Map<String, String> after = random.after();

        for (Affected person : random.affected()) {
            String now = after.get(person.person());
            if (person.has() == null || person.has().equals(now)) continue;
            assertThat(person.betterChoices()).contains(now);
        }
    }

    @Property(tries = 3000)
    void whoHasNoneGetsOnlyWhatTheyMayHave(@ForAll long seed) {
        Case random = Case.random(seed);
        Map<String, String> after = random.after();

        random.affected().stream()
                .filter(person -> person.has() == null && after.get(person.person()) != null)
                .forEach(person -> assertThat(person.verdicts()
                                .get(after.get(person.person()))
                                .allowed())
                        .isTrue());
    }

    @Property(tries = 3000)
    void asFewAsPossibleStayWithoutAPlace(@ForAll long seed) {
        Case random = Case.random(seed);
        long without = random.after().values().stream().filter(Objects::isNull).count();

        assertThat(without).isEqualTo(fewestWithout(random.affected(), 0, new HashMap<>(random.places())));
    }

    @Property(tries = 500)
    void theOrderOfPeopleMakesNoDifference(@ForAll long seed) {
        Case random = Case.random(seed);
        List<Affected> other = new ArrayList<>(random.affected());
        Collections.shuffle(other, new Random(seed));

        assertThat(Reassignment.of(other, random.free(), random.objective(), random.seed(), true))
                .isEqualTo(random.after());
    }

    @Test
    void twoWhoWantEachOthersPlaceExchangeThem() {
        Map<String, Verdict> both = Map.of("1", Verdict.yes(), "2", Verdict.yes());
        List<Affected> affected = List.of(
                new Affected("a", "1", List.of("2", "1"), both), new Affected("b", "2", List.of("1", "2"), both));

        assertThat(Reassignment.of(affected, Map.of("1", 0, "2", 0), Objective.GREEDY, 7, true))
                .isEqualTo(Map.of("a", "2", "b", "1"));
    }

    /**
     * The plain allocation would give away "a"'s place: the same number of people stay without a place, and one more
     * gets their first choice.
     */
    @Test
    void nobodyLosesTheirPlaceToSomebodyWhoHasNone() {
        Map<String, Verdict> one = Map.of("1", Verdict.yes());
        List<Affected> affected = List.of(
                new Affected("a", "1", List.of("2", "1"), Map.of("1", Verdict.yes(), "2", Verdict.yes())),
                new Affected("b", null, List.of("1"), one));
        Map<String, String> after = Reassignment.of(affected, Map.of("1", 0, "2", 0), Objective.GREEDY, 7, true);

        assertThat(after).containsEntry("a", "1").containsEntry("b", null);
    }

    @Test
    void inTheDrawEverybodyAffectedHasATurnAndKeepsTheirPlaceAtLeast() {
        Map<String, Verdict> all = Map.of("1", Verdict.yes(), "2", Verdict.yes(), "3", Verdict.yes());
        for (long seed = 0; seed < 20; seed++) {
            Map<String, String> after = Reassignment.of(
                    List.of(
                            new Affected("a", "1", List.of("3", "1"), all),
                            new Affected("b", "2", List.of("3", "2"), all),
                            new Affected("c", null, List.of("3", "1", "2"), all)),
                    Map.of("1", 0, "2", 0, "3", 1),
                    Objective.DRAW,
                    seed,
                    true);

            assertThat(after.values()).containsExactlyInAnyOrder("1", "2", "3");
            assertThat(List.of("1", "3")).contains(after.get("a"));
            assertThat(List.of("2", "3")).contains(after.get("b"));
        }
    }

    /** Every way to give out the places in which nobody loses theirs for no place or a worse one. */
    private static long fewestWithout(List<Affected> people, int next, Map<String, Integer> places) {
        if (next == people.size()) return 0;
        Affected person = people.get(next);
        List<String> possible = new ArrayList<>();
        if (person.has() != null) {
            possible.addAll(person.betterChoices());
            possible.add(person.has());
        } else {
            person.verdicts().forEach((option, verdict) -> {
                if (verdict.allowed()) possible.add(option);
            });
        }
        long fewest = person.has() == null ? 1 + fewestWithout(people, next + 1, places) : Long.MAX_VALUE / 2;
        for (String option : possible) {
            if (places.get(option) == 0) continue;
            places.merge(option, -1, Integer::sum);
            fewest = Math.min(fewest, fewestWithout(people, next + 1, places));
            places.merge(option, 1, Integer::sum);
        }
        return fewest;
    }
}
