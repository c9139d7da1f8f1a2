package uk.gov.justice.probation.devolution.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.allocation.Obstacle.Kind;

/** The draw, compared with its definition word by word, and with everything that a person could have said instead. */
@DisplayName("The draw")
class HonestDrawTest {
    private static final int SEEDS = 5_000;

    @Test
    void givesEverybodyWhatItsDefinitionSays() {
        Random random = new Random(20_261_130);
        Map<Kind, Integer> kinds = new HashMap<>();
        int waited = 0;
        int more = 0;
        int fixed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            AllocationRequest request = request(random, 6, 4);
            Map<String, String> some = random.nextInt(3) == 0 ? someFixed(request, random) : Map.of();
            if (!some.isEmpty()) fixed++;
            Allocation allocation = Allocator.allocate(request, some);
            DrawByDefinition definition = new DrawByDefinition(request, some);
            for (Placed placed : allocation.placed()) {
                assertThat(placed.option())
                        .as("%s in %s, %s given", placed.person(), request, some)
                        .isEqualTo(definition.settled.get(placed.person()));
                if (some.containsKey(placed.person())) continue;
                if (placed.option() != null && !placed.ranked()) waited++;
                List<Obstacle> obstacles = new ArrayList<>(placed.obstacles());
                obstacles.addAll(placed.elsewhere());
                for (Obstacle obstacle : obstacles) {
                    kinds.merge(obstacle.kind(), 1, Integer::sum);
                    boolean full = definition.full.get(placed.person()).contains(obstacle.option());
                    switch (obstacle.kind()) {
                        case FULL -> {
                            assertThat(full).isTrue();
                            assertThat(allocation
                                            .placed()
                                            .get(obstacle.last() - 1)
                                            .option())
                                    .isEqualTo(obstacle.option());
                            assertThat(obstacle.last()).isLessThan(placed.lottery());
                        }
                        case NO_PLACE -> assertThat(full).isTrue();
                        case ONE_MORE -> {
                            assertThat(full).isFalse();
                            if (placed.option() == null)
                                assertThat(definition.kept.get(placed.person()))
                                        .as("%s stays without", placed.person())
                                        .contains(obstacle.option());
                        }
                        case UNNAMED ->
                            assertThat(optionOf(naming(request, placed.person(), obstacle.option()), placed, some))
                                    .isEqualTo(obstacle.option());
                        default -> assertThat(obstacle.kind()).isEqualTo(Kind.NOT_ALLOWED);
                    }
                }
            }
            if (some.isEmpty()) {
                assertThat(allocation.moreWithEveryConsent())
                        .isEqualTo(allocation.score().unplaced() - DrawByDefinition.fewestWithEveryConsent(request));
                if (allocation.moreWithEveryConsent() > 0) more++;
            }
        }
        assertThat(kinds.keySet())
                .containsExactlyInAnyOrder(Kind.FULL, Kind.NO_PLACE, Kind.ONE_MORE, Kind.UNNAMED, Kind.NOT_ALLOWED);
        assertThat(List.of(waited, more, fixed)).allMatch(cases -> cases > 50);
    }

    @Test
    void givesNobodyMoreForAnyOtherListOrConsent() {
        Random random = new Random(17);
        int lies = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            AllocationRequest honest = request(random, 4, 4);
            if (honest.applicants().isEmpty()) continue;
            Applicant person =
                    honest.applicants().get(random.nextInt(honest.applicants().size()));
            int truth = worth(person, optionOf(honest, person.person()));
            for (List<String> list :
                    everyList(honest.places().stream().map(Place::option).toList())) {
                Applicant cunning = saying(person, list);
                lies++;
                assertThat(worth(person, optionOf(instead(honest, cunning), person.person())))
                        .as("%s said %s instead, in %s", person, list, honest)
                        .isGreaterThanOrEqualTo(truth);
            }
        }
        assertThat(lies).isGreaterThan(80_000);
    }

    @Test
    void neverLeavesMorePeopleWithoutAPlaceThanThereMustBe() {
        Random random = new Random(3);
        for (int seed = 0; seed < 300; seed++) {
            AllocationRequest request = request(random, 60, 12);
            AllocationRequest near = new AllocationRequest(
                    request.places(),
                    request.applicants().stream()
                            .map(each -> {
                                Map<String, Verdict> verdicts = new HashMap<>(each.verdicts());
                                verdicts.values().removeIf(verdict -> !verdict.near());
                                return new Applicant(each.person(), List.of(), verdicts);
                            })
                            .toList(),
                    Objective.BALANCED,
                    1);
            assertThat(Allocator.allocate(request).score().unplaced())
                    .isLessThanOrEqualTo(Allocator.allocate(near).score().unplaced());
        }
    }

    @Test
    void leavesNobodyWithoutThePlaceTheyHold() {
        Random random = new Random(5);
        for (int seed = 0; seed < 500; seed++) {
            AllocationRequest request = request(random, 6, 4);
            Map<String, String> holding = new HashMap<>();
            for (Placed placed : Allocator.allocate(request).placed()) {
                Applicant person = applicant(request, placed.person());
                if (placed.option() != null && person.verdict(placed.option()).near() && random.nextBoolean())
                    holding.put(placed.person(), placed.option());
            }
            AllocationRequest wanting = request;
            for (var held : holding.entrySet()) {
                Applicant person = applicant(request, held.getKey());
                List<String> list = new ArrayList<>(person.ranked());
                int at = list.indexOf(held.getValue());
                list = at < 0 ? list : list.subList(0, at);
                list.add(held.getValue());
                wanting = instead(wanting, new Applicant(person.person(), list, person.verdicts()));
            }
            Allocation again = Allocator.redraw(wanting, holding);
            for (var held : holding.entrySet()) {
                Placed placed = again.byPerson().get(held.getKey());
                assertThat(placed.option()).isNotNull();
                assertThat(placed.ranked()).isTrue();
            }
        }
    }

    /** Less is better: the rank in the list, then any other place that is near, then none, then one they refuse. */
    private static int worth(Applicant person, String option) {
        if (option == null) return 1_001;
        int rank = person.ranked().indexOf(option);
        if (rank >= 0 && person.verdict(option).allowed()) return rank;
        return person.verdict(option).near() ? 1_000 : 1_002;
    }

    /** Whatever they name and no rule but the journey forbids, they consent to. */
    private static Applicant saying(Applicant person, List<String> list) {
        Map<String, Verdict> verdicts = new HashMap<>();
        person.verdicts().forEach((option, verdict) -> {
            boolean far = verdict.equals(Verdict.byConsent()) || verdict.equals(Verdict.no("MOBILITY"));
            verdicts.put(option, !far ? verdict : list.contains(option) ? Verdict.byConsent() : Verdict.no("MOBILITY"));
        });
        return new Applicant(person.person(), list, verdicts);
    }

    private static List<List<String>> everyList(List<String> options) {
        List<List<String>> lists = new ArrayList<>(List.of(List.of()));
        for (int at = 0; at < lists.size(); at++) {
            for (String option : options) {
                if (lists.get(at).contains(option)) continue;
                List<String> longer = new ArrayList<>(lists.get(at));
                longer.add(option);
                lists.add(longer);
            }
        }
        return lists;
    }

    private static AllocationRequest naming(AllocationRequest request, String person, String option) {
        Applicant before = applicant(request, person);
        List<String> list = new ArrayList<>(before.ranked());
        list.add(option);
        return instead(request, new Applicant(person, list, before.verdicts()));
    }

    private static AllocationRequest instead(AllocationRequest request, Applicant person) {
        List<Applicant> applicants = request.applicants().stream()
                .map(each -> each.person().equals(person.person()) ? person : each)
                .toList();
        return new AllocationRequest(request.places(), applicants, Objective.DRAW, request.seed());
    }

    private static Applicant applicant(AllocationRequest request, String person) {
        return request.applicants().stream()
                .filter(each -> each.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static String optionOf(AllocationRequest request, String person) {
        return Allocator.allocate(request).byPerson().get(person).option();
    }

    private static String optionOf(AllocationRequest request, Placed placed, Map<String, String> fixed) {
        return Allocator.allocate(request, fixed)
                .byPerson()
                .get(placed.person())
                .option();
    }

    private static AllocationRequest request(Random random, int mostPeople, int mostOptions) {
        List<Place> places = new ArrayList<>();
        int options = 1 + random.nextInt(mostOptions);
        int most = 1 + random.nextInt(Math.max(1, 2 * mostPeople / options));
        for (int option = 0; option < options; option++)
            places.add(new Place("" + (char) ('A' + option), random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(most)));
        List<Applicant> applicants = new ArrayList<>();
        int people = random.nextInt(mostPeople + 1);
        int nearPercent = 20 + random.nextInt(70);
        for (int person = 0; person < people; person++) {
            Map<String, Verdict> verdicts = new HashMap<>();
            List<String> list = new ArrayList<>();
            for (Place place : places) {
                boolean listed = random.nextInt(3) > 0;
                boolean near = random.nextInt(100) < nearPercent;
                if (listed) list.add(place.option());
                if (random.nextInt(10) == 0) verdicts.put(place.option(), Verdict.no("HOST_REGION"));
                else if (near) verdicts.put(place.option(), Verdict.yes());
                else
                    verdicts.put(
                            place.option(),
                            listed && random.nextInt(4) > 0 ? Verdict.byConsent() : Verdict.no("MOBILITY"));
            }
            Collections.shuffle(list, random);
            applicants.add(new Applicant("p" + person, list, verdicts));
        }
        return new AllocationRequest(places, applicants, Objective.DRAW, random.nextLong());
    }

    private static Map<String, String> someFixed(AllocationRequest request, Random random) {
        Map<String, String> fixed = new HashMap<>();
        for (Placed placed : Allocator.allocate(request).placed()) {
            if (random.nextInt(3) == 0) fixed.put(placed.person(), placed.option());
        }
        return fixed;
    }
}
