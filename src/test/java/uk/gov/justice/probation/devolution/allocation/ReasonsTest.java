package uk.gov.justice.probation.devolution.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Tests the wording of the sentences. {@link EverySmallCaseTest} checks the facts and numbers behind them; here the
 * numbers are read back from the text.
 */
@DisplayName("The reasons")
class ReasonsTest {
    private static final Map<String, String> NAMES = Map.of(
            "S", "Sefton, case administrator", "W", "Wirral, case administrator", "C", "Chester, case administrator");

    private static Applicant applicant(String person, String... ranked) {
        return new Applicant(
                person, List.of(ranked), Map.of("S", Verdict.yes(), "W", Verdict.yes(), "C", Verdict.no("MOBILITY")));
    }

    private static AllocationRequest request(int sefton, int wirral, Objective objective, Applicant... applicants) {
        return new AllocationRequest(
                List.of(new Place("S", sefton), new Place("W", wirral), new Place("C", 5)),
                List.of(applicants),
                objective,
                1);
    }

    private static List<String> paragraphs(AllocationRequest request, Map<String, String> fixed, String person) {
        Allocation allocation = Allocator.allocate(request, fixed);
        return new Reasons(allocation, NAMES).paragraphs(allocation.byPerson().get(person));
    }

    @Test
    void areShortForAFirstChoice() {
        assertThat(paragraphs(request(1, 1, Objective.GREEDY, applicant("x", "S")), Map.of(), "x"))
                .containsExactly("You have a place at Sefton, case administrator, your first choice.");
    }

    @Test
    void nameTheRule() {
        assertThat(paragraphs(request(1, 1, Objective.GREEDY, applicant("x", "C", "S")), Map.of(), "x"))
                .containsExactly(
                        "You have a place at Sefton, case administrator, your second choice.",
                        "Your first choice was Chester, case administrator. The mobility check does not allow it: the journey is longer than the limit and you have not agreed to it, "
                                + "or something else was agreed with you about where you can work.");
    }

    @Test
    void tellTheNumberInTheLottery() {
        AllocationRequest request = request(1, 1, Objective.GREEDY, applicant("x", "S", "W"), applicant("y", "S", "W"));
        Placed second = Allocator.allocate(request).placed().getLast();
        assertThat(paragraphs(request, Map.of(), second.person()))
                .containsExactly(
                        "You have a place at Wirral, case administrator, your second choice.",
                        "Your first choice was Sefton, case administrator. 2 people who could take it asked for it, 2 of them first, and it has 1 place. Given to 1 person who asked for it first. "
                                + "The result for everybody together could have been just as good if you had been given it, so the lottery decided. You were number 2 of 2 in it. "
                                + "If you had been given it, somebody with an earlier number would have been worse off.");
    }

    @Test
    void tellWhatTheObjectiveWouldHaveLost() {
        // x with Sefton would leave y, who ranked only Sefton, at Wirral
        AllocationRequest greedy = request(1, 1, Objective.GREEDY, applicant("x", "C", "S", "W"), applicant("y", "S"));
        assertThat(paragraphs(greedy, Map.of(), "x").getLast())
                .isEqualTo(
                        "Your second choice was Sefton, case administrator. 2 people who could take it asked for it, 1 of them first, and it has 1 place. Given to 1 person who asked for it first. "
                                + "The aim was: as many first choices as possible, then as many second choices, and so on. If you had been given this place, even the best result for everybody together would have had "
                                + "1 person fewer with their first choice.");
    }

    @Test
    void ofSomebodyWithoutAPlace() {
        AllocationRequest request = request(
                1,
                0,
                Objective.BALANCED,
                applicant("x", "W", "S"),
                new Applicant("y", List.of(), Map.of("S", Verdict.yes())),
                new Applicant("z", List.of(), Map.of()));
        assertThat(paragraphs(request, Map.of("x", "S"), "y"))
                .containsExactly(
                        "You have no place. None of the places that the rules allow you is left.",
                        "You did not ask for Sefton, case administrator. All places there had been given before.");
        assertThat(paragraphs(request, Map.of(), "z"))
                .containsExactly("You have no place. The rules do not allow you any of the places on offer.");
        assertThat(paragraphs(request, Map.of("x", "S"), "x"))
                .containsExactly(
                        "You have a place at Sefton, case administrator, your second choice. This was decided before the others were placed.",
                        "Your first choice was Wirral, case administrator. You are the only one who asked for it and could take it, and it has no places. Your own place had been decided before.");
    }

    @Test
    void inTheDrawTellWhoHasNoPlaceForWhomItWasKept() {
        assertThat(inTurn(
                        "3",
                        new Applicant("1", List.of("S"), Map.of("S", Verdict.yes(), "W", Verdict.yes())),
                        new Applicant("2", List.of(), Map.of("S", Verdict.yes(), "W", Verdict.yes())),
                        new Applicant("3", List.of("W"), Map.of("W", Verdict.yes()))))
                .containsExactly(
                        "You have no place. None of the places that the rules allow you is left.",
                        "Your first choice was Wirral, case administrator. You are the only one who asked for it and could take it, and it has 1 place. Given to 1 person who did not ask for it. "
                                + "You were number 3 of 3 in the lottery. At your turn all places there were taken by, or kept for, people whose turn came before yours.");
    }

    @Test
    void inTheDrawTellWhoHasAPlaceThatSomebodyElseWouldHaveNone() {
        assertThat(inTurn(
                        "1",
                        new Applicant("1", List.of("W", "S"), Map.of("S", Verdict.yes(), "W", Verdict.yes())),
                        new Applicant("2", List.of(), Map.of("W", Verdict.yes()))))
                .last()
                .asString()
                .endsWith(
                        "You were number 1 of 2 in the lottery. At your turn, giving you this place would have left one more person without a place.");
    }

    /**
     * What the reader is told in a draw of Sefton and Wirral, with one place each, in which all have turns as given.
     */
    private static List<String> inTurn(String reader, Applicant... applicants) {
        Allocation allocation = LongStream.range(0, 1000)
                .mapToObj(seed -> Allocator.allocate(new AllocationRequest(
                        List.of(new Place("S", 1), new Place("W", 1)), List.of(applicants), Objective.DRAW, seed)))
                .filter(drawn -> drawn.placed().stream()
                        .map(Placed::person)
                        .toList()
                        .equals(Stream.of(applicants).map(Applicant::person).toList()))
                .findFirst()
                .orElseThrow();
        return new Reasons(allocation, NAMES).paragraphs(allocation.byPerson().get(reader));
    }

    @Test
    void ofAPlaceThatNobodyAskedFor() {
        assertThat(paragraphs(request(1, 0, Objective.BALANCED, applicant("x", "W")), Map.of(), "x"))
                .containsExactly(
                        "You have a place at Sefton, case administrator. You did not ask for it, but the rules allow it. The panel looks at every such place.",
                        "Your first choice was Wirral, case administrator. You are the only one who asked for it and could take it, and it has no places.");
    }

    @Test
    void sayOnRandomCasesHowManyAskedAndHowManyPlacesThereAre() {
        Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 500; i++) {
            AllocationRequest request = Requests.random(random, 8, 4, 4);
            Allocation allocation = Allocator.allocate(request);
            Reasons reasons = new Reasons(allocation, Map.of());
            for (Placed placed : allocation.placed()) {
                List<String> paragraphs = reasons.paragraphs(placed);
                assertThat(paragraphs)
                        .hasSizeGreaterThanOrEqualTo(1 + placed.obstacles().size())
                        .noneMatch(text -> text.contains("null"));
                for (Obstacle other : placed.elsewhere())
                    assertThat(paragraphs.subList(1 + placed.obstacles().size(), paragraphs.size()))
                            .anyMatch(text -> text.startsWith("You did not ask for ") && text.contains(other.option()));
                assertThat(reasons.inPlainWords(placed)).isEqualTo(String.join("\n", paragraphs));
                for (String text : paragraphs.subList(1, 1 + placed.obstacles().size())) {
                    Place place = request.places().stream()
                            .filter(each -> text.contains(" choice was " + each.option() + ". "))
                            .findFirst()
                            .orElseThrow();
                    if (!text.contains("asked for it")) continue;
                    long asked = asking(request, place).count();
                    long first = asking(request, place)
                            .filter(applicant -> applicant.ranked().getFirst().equals(place.option()))
                            .count();
                    assertThat(text)
                            .contains(
                                    asked == 1
                                            ? "You are the only one who asked for it"
                                            : asked + " people who could take it asked for it")
                            .contains("it has " + (place.places() == 0 ? "no" : place.places())
                                    + (place.places() == 1 ? " place." : " places."));
                    if (asked > 1 && first > 0) assertThat(text).contains(", " + first + " of them first,");
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(200);
    }

    private static Stream<Applicant> asking(AllocationRequest request, Place place) {
        return request.applicants().stream()
                .filter(applicant -> applicant.ranked().contains(place.option())
                        && applicant.verdict(place.option()).allowed());
    }
}
