package uk.gov.justice.probation.devolution.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.allocation.Obstacle.Kind;

@DisplayName("An allocation")
class AllocatorTest {
    private static final Map<String, Verdict> ALL = Map.of("A", Verdict.yes(), "B", Verdict.yes(), "C", Verdict.yes());
    private static final List<Place> ONE_EACH = List.of(new Place("A", 1), new Place("B", 1), new Place("C", 1));

    private static AllocationRequest request(List<Place> places, Objective objective, Applicant... applicants) {
        return new AllocationRequest(places, List.of(applicants), objective, 42);
    }

    private static Applicant applicant(String person, String... ranked) {
        return new Applicant(person, List.of(ranked), ALL);
    }

    private static String optionOf(Allocation allocation, String person) {
        return allocation.byPerson().get(person).option();
    }

    @Test
    void ofNobodyGivesNothing() {
        Allocation allocation = Allocator.allocate(request(ONE_EACH, Objective.GREEDY));
        assertThat(allocation.placed()).isEmpty();
        assertThat(allocation.score()).isEqualTo(new Score(0, List.of(0)));
        assertThat(allocation.free()).isEqualTo(ONE_EACH);
    }

    @Test
    void withoutOptionsLeavesEverybodyOut() {
        Allocation allocation = Allocator.allocate(new AllocationRequest(
                List.of(), List.of(new Applicant("x", List.of(), Map.of())), Objective.BALANCED, 1));
        assertThat(allocation.placed())
                .containsExactly(new Placed("x", null, 0, false, false, 1, 0, List.of(), List.of()));
        assertThat(allocation.score().unplaced()).isOne();
    }

    @Test
    void withoutPlacesSaysSo() {
        Allocation allocation = Allocator.allocate(request(
                List.of(new Place("A", 0), new Place("B", 0), new Place("C", 0)),
                Objective.GENEROUS,
                applicant("x", "B")));
        assertThat(allocation.placed().getFirst().obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Kind.NO_PLACE);
    }

    @Test
    void givesNobodyWhatNobodyMayTake() {
        Applicant x = new Applicant(
                "x", List.of("A", "C"), Map.of("A", Verdict.no("MOBILITY"), "B", Verdict.no("HOST_REGION")));
        Placed placed = Allocator.allocate(request(ONE_EACH, Objective.GREEDY, x))
                .placed()
                .getFirst();
        assertThat(placed.option()).isNull();
        assertThat(placed.obstacles()).extracting(Obstacle::why).containsExactly("MOBILITY", "ROLE");
    }

    @Test
    void putsThePlaceThatNobodyAskedForAfterTheLastChoice() {
        Allocation allocation = Allocator.allocate(request(
                List.of(new Place("A", 1), new Place("B", 0), new Place("C", 1)),
                Objective.GREEDY,
                applicant("x", "B"),
                applicant("y")));
        assertThat(allocation.byPerson().get("x").rank()).isEqualTo(2);
        assertThat(allocation.byPerson().get("y").rank())
                .as("after the longest list of the request")
                .isEqualTo(2);
        assertThat(allocation.placed()).noneMatch(Placed::ranked);
        assertThat(allocation.placed())
                .extracting(Placed::option)
                .as("the first in the lottery has the first option")
                .containsExactly("A", "C");
    }

    @Test
    void letsNobodyWhoRankedNothingTakeAnotherPersonsChoice() {
        Allocation allocation = Allocator.allocate(request(
                List.of(new Place("A", 1)),
                Objective.GREEDY,
                new Applicant("x", List.of("A"), Map.of("A", Verdict.yes())),
                new Applicant("silent", List.of(), Map.of("A", Verdict.yes()))));
        assertThat(optionOf(allocation, "x")).isEqualTo("A");
    }

    @Test
    void dependsOnTheObjective() {
        // two people want A first; whoever gives way costs the third their first choice
        Applicant x = new Applicant("x", List.of("A", "B", "C"), ALL);
        Applicant y = new Applicant("y", List.of("A", "B", "C"), ALL);
        Applicant z = new Applicant("z", List.of("B", "C"), ALL);
        assertThat(Allocator.allocate(request(ONE_EACH, Objective.GREEDY, x, y, z))
                        .score())
                .isEqualTo(new Score(0, List.of(2, 0, 1, 0)));
        assertThat(Allocator.allocate(request(ONE_EACH, Objective.GENEROUS, x, y, z))
                        .score())
                .isEqualTo(new Score(0, List.of(1, 2, 0, 0)));
        assertThat(Allocator.allocate(request(ONE_EACH, Objective.BALANCED, x, y, z))
                        .score()
                        .sumOfRanks())
                .isEqualTo(5);
    }

    /** {@code src/docs/allocation.md}. */
    @Test
    void isTheDocumentedOneInTheDocumentedExample() {
        Map<String, Verdict> everything =
                Map.of("Sefton", Verdict.yes(), "Wirral", Verdict.yes(), "Chester", Verdict.yes());
        List<Applicant> applicants = List.of(
                new Applicant("101", List.of("Sefton", "Wirral"), everything),
                new Applicant("102", List.of("Sefton", "Chester"), everything),
                new Applicant("103", List.of("Sefton", "Chester"), everything),
                new Applicant("104", List.of("Sefton", "Wirral"), everything),
                new Applicant("105", List.of("Wirral", "Chester"), everything),
                new Applicant("106", List.of("Wirral", "Chester"), everything));
        Allocation allocation = Allocator.allocate(new AllocationRequest(
                List.of(new Place("Sefton", 2), new Place("Wirral", 1), new Place("Chester", 3)),
                applicants,
                Objective.GREEDY,
                42));

        assertThat(allocation.placed())
                .extracting(placed -> placed.lottery() + " " + placed.person() + " " + placed.option())
                .containsExactly(
                        "1 101 Sefton",
                        "2 103 Chester",
                        "3 106 Wirral",
                        "4 102 Chester",
                        "5 104 Sefton",
                        "6 105 Chester");
        for (String person : List.of("102", "103")) {
            Obstacle obstacle = allocation.byPerson().get(person).obstacles().getFirst();
            assertThat(obstacle.kind()).isEqualTo(Kind.OBJECTIVE);
            assertThat(obstacle.setback()).isEqualTo(new Setback(Setback.Worse.FEWER_AT_RANK, 2, 1));
        }
        assertThat(allocation.byPerson().get("105").obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Kind.LOTTERY);
    }

    @Test
    void showsWhatAPanelsMoveCosts() {
        AllocationRequest request =
                request(ONE_EACH, Objective.GREEDY, applicant("x", "A", "B"), applicant("y", "B", "A"));
        Allocation before = Allocator.allocate(request);
        Allocation after = Allocator.allocate(request, Map.of("x", "B"));
        assertThat(before.score().byRank()).startsWith(2, 0);
        assertThat(after.score().byRank()).startsWith(0, 2);
        assertThat(before.changesTo(after))
                .extracting(change -> change.after().person() + change.after().option())
                .containsExactlyInAnyOrder("xB", "yA");
        assertThat(after.byPerson().get("x").decided()).isTrue();
    }

    @Test
    void isFoundWhereTheWeightsFillAllTheBitsThereAre() {
        Random random = new Random(7);
        List<String> options =
                IntStream.range(0, 40).mapToObj(i -> "option " + (10 + i)).toList();
        List<Place> places = options.stream()
                .map(option -> new Place(option, random.nextInt(40)))
                .toList();
        List<Applicant> applicants = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            List<String> ranking = new ArrayList<>(options);
            Collections.shuffle(ranking, random);
            Map<String, Verdict> verdicts = new HashMap<>();
            for (String option : options)
                verdicts.put(option, random.nextInt(5) == 0 ? Verdict.no("MOBILITY") : Verdict.yes());
            applicants.add(new Applicant("person " + i, ranking.subList(0, random.nextInt(15)), verdicts));
        }
        for (Objective objective : Requests.OPTIMA) {
            AllocationRequest request = new AllocationRequest(places, applicants, objective, 3);
            Allocation careful = Allocator.allocate(request, Map.of(), 1 << 20);
            for (int bits = 56; bits < 63; bits++)
                assertThat(Allocator.allocate(request, Map.of(), 1L << bits))
                        .as("%d bits", bits)
                        .isEqualTo(careful);
        }
    }

    @Nested
    @DisplayName("is refused")
    class Refused {
        @Test
        void whereSomebodyRanksAnOptionTwice() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> applicant("x", "A", "B", "A"))
                    .withMessage("Person x ranked option A more than once. Rank each option once.");
        }

        @Test
        void whereSomebodyRanksWhatIsNotOffered() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request(ONE_EACH, Objective.GREEDY, applicant("x", "D")))
                    .withMessage("Person x ranked option D, which is not among the places.");
        }

        @Test
        void whereAVerdictIsOnWhatIsNotOffered() {
            AllocationRequest request =
                    request(ONE_EACH, Objective.GREEDY, new Applicant("x", List.of(), Map.of("D", Verdict.yes())));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Allocator.allocate(request))
                    .withMessage("There is a verdict for person x on option D, which is not among the places.");
        }

        @Test
        void whereAPersonOrAnOptionIsListedTwice() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request(ONE_EACH, Objective.GREEDY, applicant("x"), applicant("x")))
                    .withMessage("Person x applies more than once. List each person once.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request(List.of(new Place("A", 1), new Place("A", 2)), Objective.GREEDY))
                    .withMessage("An option is listed more than once among the places. List each option once.");
        }

        @Test
        void whereThereAreFewerThanNoPlaces() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Place("A", -1))
                    .withMessage("Option A has -1 places. It must have 0 or more.");
        }

        @Test
        void whereAVerdictContradictsItself() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(true, "MOBILITY"));
            assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(false, ""));
        }

        @Test
        void whereAGivenPlaceIsUnknownForbiddenOrTaken() {
            AllocationRequest request = request(
                    ONE_EACH,
                    Objective.GREEDY,
                    applicant("x"),
                    applicant("y"),
                    new Applicant("z", List.of(), Map.of("A", Verdict.no("MOBILITY"))));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Allocator.allocate(request, Map.of("x", "D")))
                    .withMessage("Person x is to have option D, which is not among the places.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Allocator.allocate(request, Map.of("z", "A")))
                    .withMessage("Person z is to have option A, which is not allowed: MOBILITY.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Allocator.allocate(request, Map.of("x", "A", "y", "A")))
                    .withMessage(
                            "More people are to have option A than it has places (1). Leave somebody out, or add a place.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Allocator.allocate(request, Map.of("nobody", "A")))
                    .withMessage("1 of the people whose places are given are not among the applicants.");
        }
    }
}
