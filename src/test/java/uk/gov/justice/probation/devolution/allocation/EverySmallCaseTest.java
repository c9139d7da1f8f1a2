package uk.gov.justice.probation.devolution.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.allocation.EveryAllocation.Way;
import uk.gov.justice.probation.devolution.allocation.Obstacle.Kind;

/**
 * Compares the solver with every possible allocation, on 10,000 random small cases: the optimum, the lottery, and the
 * reasons given for each person.
 */
@DisplayName("On every small case, the allocation")
class EverySmallCaseTest {
    private static final int CASES = 10_000;
    /** Large enough for one level of a small case, so every objective is solved in as many parts as it has levels. */
    private static final long SMALL = 1;

    private final Map<Objective, Integer> cases = new EnumMap<>(Objective.class);
    private final Map<Kind, Integer> obstacles = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> elsewhere = new EnumMap<>(Kind.class);
    private int unplaced;
    private int unranked;
    private int empty;
    private int fixed;
    private int ties;

    @Test
    void isTheOneThatTheDefinitionNames() {
        Random random = new Random(20_210_626);
        for (int i = 0; i < CASES; i++) {
            AllocationRequest request = Requests.random(random, 5, 4, 4);
            check(request, Allocator.allocate(request), Map.of());
            check(request, Allocator.allocate(request, Map.of(), SMALL), Map.of());
            Map<String, String> some = someFixed(request, random);
            if (!some.isEmpty()) fixed++;
            check(request, Allocator.allocate(request, some), some);
        }
        System.out.printf(
                "%d cases: %s, %d of them with fixed people; obstacles %s; %d people without a place, %d in one they did not rank; %d allocations of nobody, %d with ties%n",
                CASES, cases, fixed, obstacles, unplaced, unranked, empty, ties);
        assertThat(cases.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3 * CASES);
        assertThat(cases.values()).hasSize(3).allMatch(count -> count > CASES * 9 / 10);
        assertThat(obstacles.keySet())
                .containsExactlyInAnyOrder(Kind.NOT_ALLOWED, Kind.NO_PLACE, Kind.DECIDED, Kind.LOTTERY, Kind.OBJECTIVE);
        assertThat(elsewhere.keySet()).containsExactlyInAnyOrder(Kind.NO_PLACE, Kind.LOTTERY, Kind.OBJECTIVE);
        assertThat(List.of(unplaced, unranked, empty, fixed, ties)).allMatch(count -> count > 100);
    }

    private void check(AllocationRequest request, Allocation allocation, Map<String, String> fixed) {
        EveryAllocation every = new EveryAllocation(request, fixed);
        Way drawn = every.drawn();
        if (every.best().size() > 1) ties++;
        cases.merge(request.objective(), 1, Integer::sum);
        if (request.applicants().isEmpty()) empty++;

        assertThat(allocation.placed())
                .extracting(Placed::person)
                .containsExactlyElementsOf(
                        every.inLotteryOrder().stream().map(Applicant::person).toList());
        assertThat(allocation.placed())
                .as("%s %s", request, fixed)
                .extracting(Placed::option)
                .containsExactlyElementsOf(drawn.options());
        assertThat(allocation.placed()).extracting(Placed::rank).containsExactlyElementsOf(drawn.ranks());
        assertThat(allocation.score().unplaced())
                .isEqualTo(drawn.score().getFirst().intValue());
        for (int person = 0; person < drawn.options().size(); person++)
            check(request, every, allocation.placed().get(person), person, fixed);
    }

    private void check(
            AllocationRequest request, EveryAllocation every, Placed placed, int person, Map<String, String> fixed) {
        Applicant applicant = every.inLotteryOrder().get(person);
        if (placed.option() == null) unplaced++;
        else if (!placed.ranked()) unranked++;
        assertThat(placed.lottery()).isEqualTo(person + 1);
        assertThat(placed.ranked())
                .isEqualTo(placed.option() != null && applicant.ranked().contains(placed.option()));
        int better = placed.ranked() ? placed.rank() - 1 : applicant.ranked().size();
        assertThat(placed.obstacles())
                .extracting(Obstacle::option)
                .containsExactlyElementsOf(applicant.ranked().subList(0, better));
        for (Obstacle obstacle : placed.obstacles()) {
            obstacles.merge(obstacle.kind(), 1, Integer::sum);
            checkKind(every, obstacle, person, fixed.containsKey(applicant.person()));
            checkNumbers(request, every.drawn(), every, obstacle);
        }
        boolean toldOfOthers = !placed.ranked() && !fixed.containsKey(applicant.person());
        assertThat(placed.elsewhere())
                .extracting(Obstacle::option)
                .containsExactlyElementsOf(
                        toldOfOthers ? couldHaveTaken(request, applicant, placed.option()) : List.of());
        for (Obstacle obstacle : placed.elsewhere()) {
            elsewhere.merge(obstacle.kind(), 1, Integer::sum);
            assertThat(obstacle.rank()).isZero();
            checkCounts(every, obstacle, person);
            checkNumbers(request, every.drawn(), every, obstacle);
        }
    }

    private static List<String> couldHaveTaken(AllocationRequest request, Applicant applicant, String but) {
        return request.places().stream()
                .filter(place -> place.places() > 0)
                .map(Place::option)
                .filter(option -> !option.equals(but) && !applicant.ranked().contains(option))
                .filter(option -> applicant.verdict(option).allowed())
                .sorted()
                .toList();
    }

    private static void checkCounts(EveryAllocation every, Obstacle obstacle, int person) {
        List<Way> having = every.all().stream()
                .filter(way -> obstacle.option().equals(way.options().get(person)))
                .toList();
        List<Long> best = every.bestScore();
        switch (obstacle.kind()) {
            case NO_PLACE -> assertThat(having).isEmpty();
            case LOTTERY -> assertThat(having).anyMatch(way -> way.score().equals(best));
            default -> {
                List<Long> bestHaving = having.stream()
                        .map(Way::score)
                        .min(EveryAllocation::compare)
                        .orElseThrow();
                int level = 0;
                while (bestHaving.get(level).equals(best.get(level))) level++;
                assertThat((long) obstacle.setback().by()).isEqualTo(bestHaving.get(level) - best.get(level));
                if (obstacle.setback().worse() == Setback.Worse.FEWER_AT_RANK)
                    assertThat(obstacle.setback().rank()).isEqualTo(level);
            }
        }
    }

    private static void checkKind(EveryAllocation every, Obstacle obstacle, int person, boolean fixed) {
        Verdict verdict =
                every.inLotteryOrder().get(person).verdicts().getOrDefault(obstacle.option(), Verdict.no("ROLE"));
        List<Way> having = every.all().stream()
                .filter(way -> obstacle.option().equals(way.options().get(person)))
                .toList();
        List<Long> best = every.bestScore();
        List<Long> bestHaving =
                having.stream().map(Way::score).min(EveryAllocation::compare).orElse(null);
        Way drawn = every.drawn();

        assertThat(obstacle.why()).isEqualTo(verdict.why());
        assertThat(obstacle.setback() != null).isEqualTo(obstacle.kind() == Kind.OBJECTIVE);
        switch (obstacle.kind()) {
            case NOT_ALLOWED -> assertThat(verdict.allowed()).isFalse();
            case DECIDED -> assertThat(fixed).isTrue();
            case NO_PLACE -> assertThat(having).isEmpty();
            case LOTTERY ->
                assertThat(having.stream().filter(way -> way.score().equals(best)))
                        .isNotEmpty()
                        .allMatch(way -> somebodyEarlierIsWorseOff(way, drawn, person));
            case OBJECTIVE -> {
                assertThat(bestHaving).isNotNull().isNotEqualTo(best);
                int level = 0;
                while (bestHaving.get(level).equals(best.get(level))) level++;
                assertThat((long) obstacle.setback().by()).isEqualTo(bestHaving.get(level) - best.get(level));
                assertThat(obstacle.setback().worse() == Setback.Worse.MORE_UNPLACED)
                        .isEqualTo(level == 0);
                if (obstacle.setback().worse() == Setback.Worse.FEWER_AT_RANK)
                    assertThat(obstacle.setback().rank()).isEqualTo(level);
                if (obstacle.setback().worse() == Setback.Worse.MORE_AT_RANK)
                    assertThat(obstacle.setback().rank()).isEqualTo(best.size() - level);
            }
            default -> throw new AssertionError(obstacle.kind());
        }
    }

    private static boolean somebodyEarlierIsWorseOff(Way way, Way drawn, int person) {
        for (int earlier = 0; earlier < person; earlier++) {
            if (EveryAllocation.preference(way, earlier) > EveryAllocation.preference(drawn, earlier)) return true;
        }
        return false;
    }

    private static void checkNumbers(AllocationRequest request, Way drawn, EveryAllocation every, Obstacle obstacle) {
        String option = obstacle.option();
        List<Applicant> asking = request.applicants().stream()
                .filter(applicant -> applicant.ranked().contains(option)
                        && applicant.verdicts().containsKey(option)
                        && applicant.verdicts().get(option).allowed())
                .toList();
        List<Integer> given = new ArrayList<>();
        int unasked = 0;
        for (int i = 0; i < drawn.options().size(); i++) {
            if (!option.equals(drawn.options().get(i))) continue;
            if (every.inLotteryOrder().get(i).ranked().contains(option))
                given.add(drawn.ranks().get(i));
            else unasked++;
        }
        assertThat(obstacle.places())
                .isEqualTo(request.places().stream()
                        .filter(place -> place.option().equals(option))
                        .findFirst()
                        .orElseThrow()
                        .places());
        assertThat(obstacle.asked()).isEqualTo(asking.size());
        assertThat(obstacle.askedFirst()).isEqualTo((int) asking.stream()
                .filter(applicant -> applicant.ranked().getFirst().equals(option))
                .count());
        assertThat(obstacle.givenUnranked()).isEqualTo(unasked);
        for (int rank = 1; rank <= obstacle.givenByRank().size(); rank++) {
            int wanted = rank;
            assertThat(obstacle.givenByRank().get(rank - 1)).isEqualTo((int)
                    given.stream().filter(each -> each == wanted).count());
        }
    }

    /** Fixes some people to the places they have in one of the permitted allocations. */
    private static Map<String, String> someFixed(AllocationRequest request, Random random) {
        EveryAllocation every = new EveryAllocation(request, Map.of());
        Way way = every.all().get(random.nextInt(every.all().size()));
        Map<String, String> fixed = new HashMap<>();
        for (int i = 0; i < way.options().size(); i++) {
            if (random.nextInt(3) == 0)
                fixed.put(every.inLotteryOrder().get(i).person(), way.options().get(i));
        }
        return fixed;
    }
}
