package uk.gov.justice.probation.devolution.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import uk.gov.justice.probation.devolution.allocation.Obstacle.Kind;

/**
 * Properties that hold for every request: up to 60 people, 10 options and 6 choices, with any rules, and with too few
 * or too many places.
 */
class AllocationPropertiesTest {
    private static final List<String> OPTIONS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");

    @Property
    void noOptionTakesMorePeopleThanItHasPlaces(@ForAll("requests") AllocationRequest request) {
        Allocation allocation = Allocator.allocate(request);
        Map<String, Long> taken = allocation.placed().stream()
                .filter(placed -> placed.option() != null)
                .collect(Collectors.groupingBy(Placed::option, Collectors.counting()));
        Map<String, Integer> free = allocation.free().stream().collect(Collectors.toMap(Place::option, Place::places));
        for (Place place : request.places())
            assertThat(taken.getOrDefault(place.option(), 0L) + free.get(place.option()))
                    .isEqualTo(place.places());
    }

    @Property
    void everybodyIsAnsweredOnceAndNobodyGetsWhatARuleForbids(@ForAll("requests") AllocationRequest request) {
        Allocation allocation = Allocator.allocate(request);
        Map<String, Applicant> applicants = byId(request);
        assertThat(allocation.placed())
                .extracting(Placed::person)
                .containsExactlyInAnyOrderElementsOf(applicants.keySet());
        assertThat(allocation.placed())
                .filteredOn(placed -> placed.option() != null)
                .allMatch(placed ->
                        applicants.get(placed.person()).verdict(placed.option()).allowed());
    }

    @Property
    void nobodyIsLeftOutWhileAPlaceTheyCouldTakeIsFree(@ForAll("requests") AllocationRequest request) {
        Allocation allocation = Allocator.allocate(request);
        Map<String, Applicant> applicants = byId(request);
        for (Placed placed : allocation.placed()) {
            if (placed.option() != null) continue;
            assertThat(allocation.free())
                    .filteredOn(place -> place.places() > 0)
                    .noneMatch(place -> applicants
                            .get(placed.person())
                            .verdict(place.option())
                            .allowed());
        }
    }

    @Property
    void noTwoPeopleWouldBothGainBySwapping(@ForAll("requests") AllocationRequest request) {
        List<Placed> placed = Allocator.allocate(request).placed().stream()
                .filter(one -> one.option() != null)
                .toList();
        Map<String, Applicant> applicants = byId(request);
        for (Placed one : placed) {
            for (Placed other : placed) {
                assertThat(wants(applicants.get(one.person()), one, other.option())
                                && wants(applicants.get(other.person()), other, one.option()))
                        .as("%s and %s", one, other)
                        .isFalse();
            }
        }
    }

    private static boolean wants(Applicant applicant, Placed now, String option) {
        int rank = applicant.ranked().indexOf(option) + 1;
        return rank > 0 && rank < now.rank() && applicant.verdict(option).allowed();
    }

    @Property
    void theOrderOfTheRequestChangesNothing(@ForAll("requests") AllocationRequest request, @ForAll Random random) {
        assertThat(Allocator.allocate(Requests.shuffled(request, random))).isEqualTo(Allocator.allocate(request));
    }

    @Property
    void inHowManyPartsItIsSolvedChangesNothing(@ForAll("requests") AllocationRequest request) {
        Allocation whole = Allocator.allocate(request);
        for (long largest : new long[] {1, 1L << 16, 1L << 32})
            assertThat(Allocator.allocate(request, Map.of(), largest)).isEqualTo(whole);
    }

    @Property
    void onePlaceMoreMakesNothingWorse(@ForAll("requests") AllocationRequest request, @ForAll Random random) {
        if (request.places().isEmpty()) return;
        List<Place> places = new ArrayList<>(request.places());
        int more = random.nextInt(places.size());
        places.set(more, new Place(places.get(more).option(), places.get(more).places() + 1));
        Score after = Allocator.allocate(new AllocationRequest(
                        places, request.applicants(), request.objective(), request.seed(), request.notAskedRank()))
                .score();
        assertThat(after.compare(
                        request.objective(), Allocator.allocate(request).score()))
                .isLessThanOrEqualTo(0);
    }

    @Property
    void anotherSeedMakesNothingBetterOrWorse(@ForAll("requests") AllocationRequest request, @ForAll long seed) {
        Allocation other = Allocator.allocate(new AllocationRequest(
                request.places(), request.applicants(), request.objective(), seed, request.notAskedRank()));
        assertThat(other.score()
                        .compare(
                                request.objective(), Allocator.allocate(request).score()))
                .isZero();
    }

    @Property
    void givingEverybodyWhatTheyHaveChangesNothing(@ForAll("requests") AllocationRequest request) {
        Allocation allocation = Allocator.allocate(request);
        var fixed = new HashMap<String, String>();
        allocation.placed().forEach(placed -> fixed.put(placed.person(), placed.option()));
        Allocation again = Allocator.allocate(request, fixed);
        assertThat(again.score()).isEqualTo(allocation.score());
        assertThat(allocation.changesTo(again)).isEmpty();
    }

    /**
     * Checks the reported obstacles for more people than all allocations could be listed for: compares with the same
     * allocation in which the person is given what they asked for.
     */
    @Property(tries = 300)
    void whatStoodInTheWayIsTrue(@ForAll("requests") AllocationRequest request) {
        Allocation allocation = Allocator.allocate(request);
        for (Placed placed : allocation.placed()) {
            for (Obstacle obstacle : placed.obstacles()) {
                if (obstacle.kind() == Kind.NOT_ALLOWED || obstacle.places() == 0) continue;
                Score withIt = Allocator.allocate(request, Map.of(placed.person(), obstacle.option()))
                        .score();
                int difference = withIt.compare(request.objective(), allocation.score());
                assertThat(difference).as("%s %s", placed, obstacle).isEqualTo(obstacle.kind() == Kind.LOTTERY ? 0 : 1);
                if (obstacle.kind() == Kind.OBJECTIVE)
                    assertThat(obstacle.setback().by()).isEqualTo(by(obstacle.setback(), allocation.score(), withIt));
            }
        }
    }

    private static int by(Setback setback, Score best, Score withIt) {
        return switch (setback.worse()) {
            case MORE_UNPLACED -> withIt.unplaced() - best.unplaced();
            case FEWER_AT_RANK -> best.at(setback.rank()) - withIt.at(setback.rank());
            case MORE_AT_RANK -> withIt.at(setback.rank()) - best.at(setback.rank());
            case LARGER_SUM -> (int) (withIt.sumOfRanks() - best.sumOfRanks());
        };
    }

    private static Map<String, Applicant> byId(AllocationRequest request) {
        return request.applicants().stream().collect(Collectors.toMap(Applicant::person, applicant -> applicant));
    }

    @Provide
    Arbitrary<AllocationRequest> requests() {
        return Arbitraries.integers()
                .between(0, OPTIONS.size())
                .flatMap(options -> Combinators.combine(
                                Arbitraries.integers().between(0, 8).list().ofSize(options),
                                applicants(OPTIONS.subList(0, options)),
                                Arbitraries.of(Requests.OPTIMA),
                                Arbitraries.longs())
                        .as((places, applicants, objective, seed) -> {
                            List<Place> all = new ArrayList<>();
                            for (int option = 0; option < options; option++)
                                all.add(new Place(OPTIONS.get(option), places.get(option)));
                            return new AllocationRequest(all, applicants, objective, seed);
                        }));
    }

    private static Arbitrary<List<Applicant>> applicants(List<String> options) {
        Arbitrary<Verdict> verdict =
                Arbitraries.frequency(Tuple.of(4, Verdict.yes()), Tuple.of(1, Verdict.no("MOBILITY")));
        Arbitrary<List<String>> ranked = Arbitraries.of(options.isEmpty() ? List.of("none") : options)
                .list()
                .uniqueElements()
                .ofMaxSize(Math.min(6, options.size()));
        Arbitrary<Map<String, Verdict>> verdicts = Arbitraries.maps(
                        Arbitraries.of(options.isEmpty() ? List.of("none") : options), verdict)
                .ofMaxSize(options.size());
        return Combinators.combine(ranked, verdicts)
                .as((wishes, rules) -> Map.entry(wishes, rules))
                .list()
                .ofMaxSize(60)
                .map(people -> {
                    List<Applicant> applicants = new ArrayList<>();
                    for (var person : people)
                        applicants.add(
                                new Applicant("person " + applicants.size(), person.getKey(), person.getValue()));
                    return applicants;
                });
    }
}
