package uk.gov.justice.probation.devolution.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Nobody who knows all that was published can narrow a hidden count to fewer than a range of five. */
class SuppressionTest {
    private static final List<String> OUTCOMES = List.of("First choice", "Asked for", "No place");

    @Test
    void withoutASmallCountEverythingIsShown() {
        Breakdown grades = table("grade", List.of(20, 9, 7), List.of(12, 8, 5));

        assertThat(shown(grades)).singleElement().satisfies(shown -> {
            assertThat(shown.counts()).isEqualTo(counts("20 9 7", "12 8 5"));
            assertThat(shown.groupTotals()).containsExactly(36, 25);
            assertThat(shown.outcomeTotals()).containsExactly(32, 17, 12);
        });
    }

    @Test
    void aSmallCountIsHiddenWithThoseThatWouldBetrayIt() {
        Breakdown grades = table("grade", List.of(20, 9, 3), List.of(12, 8, 9), List.of(30, 25, 11));

        assertThat(shown(grades))
                .singleElement()
                .satisfies(shown -> assertThat(shown.counts()).isEqualTo(counts("20 - -", "12 - -", "30 25 11")));
    }

    @Test
    void noneIsHiddenLikeAnyOtherSmallCount() {
        Breakdown grades = table("grade", List.of(20, 9, 0), List.of(12, 8, 9), List.of(30, 25, 11));

        assertThat(shown(grades).getFirst().counts().getFirst().get(2).hidden()).isTrue();
    }

    @Test
    void aGroupOfFewerThanFiveIsMergedWithTheSmallerOfItsNeighbours() {
        Breakdown grades = table("grade", List.of(30, 10, 9), List.of(2, 1, 1), List.of(12, 8, 7));

        assertThat(shown(grades)).singleElement().satisfies(shown -> {
            assertThat(shown.groups()).containsExactly("grade 1", "grade 2 or grade 3");
            assertThat(shown.counts()).isEqualTo(counts("30 10 9", "14 9 8"));
        });
    }

    @Test
    void anOutcomeOfFewerThanFiveIsMergedInEveryTable() {
        Breakdown grades = table("grade", List.of(20, 9, 1), List.of(12, 8, 1));
        Breakdown patterns = table("pattern", List.of(19, 9, 2), List.of(13, 8, 0));

        assertThat(shown(grades, patterns))
                .hasSize(2)
                .allSatisfy(
                        shown -> assertThat(shown.outcomes()).containsExactly("First choice", "Asked for or No place"));
    }

    @Test
    void aTableThatCannotBeProtectedIsLeftOutAndTheOthersStay() {
        Breakdown adjustments = table("adjustments", List.of(1, 1, 1), List.of(39, 29, 19));
        Breakdown grades = table("grade", List.of(20, 15, 10), List.of(20, 15, 10));

        assertThat(shown(adjustments, grades)).extracting(Shown::by).containsExactly("grade");
    }

    @Test
    void withFewerThanFivePeopleNothingIsShown() {
        assertThat(shown(table("grade", List.of(1, 1, 0), List.of(1, 0, 1)))).isEmpty();
        assertThat(shown(table("grade", List.of(0, 0, 0), List.of(0, 0, 0)))).isEmpty();
        assertThat(shown()).isEmpty();
    }

    @Test
    void tablesOfDifferentPeopleAreRefused() {
        assertThatThrownBy(() -> shown(table("grade", List.of(9, 9, 9)), table("pattern", List.of(9, 9, 8))))
                .hasMessage("The tables do not count the same people.");
    }

    @Test
    void thePatternOfTheFirstPublicationStaysWhenNothingIsSmallAnyMore() {
        Breakdown before = table("grade", List.of(20, 9, 3), List.of(12, 8, 9), List.of(30, 25, 11));
        Breakdown after = table("grade", List.of(20, 6, 6), List.of(12, 11, 6), List.of(30, 25, 11));

        assertThat(Suppression.pattern(List.of(before)).show(List.of(List.of(before), List.of(after))))
                .singleElement()
                .satisfies(shown -> assertThat(shown.counts()).isEqualTo(counts("20 - -", "12 - -", "30 25 11")));
    }

    @Test
    void aTableWithACountThatBecameSmallIsNotShownAgainEvenIfItGrows() {
        Breakdown before = table("grade", List.of(20, 9, 7), List.of(12, 8, 5));
        Breakdown after = table("grade", List.of(20, 8, 8), List.of(12, 9, 4));
        Pattern pattern = Suppression.pattern(List.of(before));

        assertThat(pattern.show(List.of(List.of(before)))).hasSize(1);
        assertThat(pattern.show(List.of(List.of(before), List.of(after)))).isEmpty();
        assertThat(pattern.show(List.of(List.of(before), List.of(after), List.of(before))))
                .isEmpty();
    }

    @Property
    void whoTriesEveryTableFindsARangeOfFiveForEachHiddenCount(@ForAll long seed) {
        Breakdown table = random(new Random(seed), 3, 10);

        for (Shown shown : shown(table)) assertWide(shown, Attacker.possible(shown));
    }

    @Property
    void aVisibleCountIsRightAndAtLeastFiveAndATotalToo(@ForAll long seed) {
        Random random = new Random(seed);
        Breakdown table = random(random, 2 + random.nextInt(12), 30);
        Pattern pattern = Suppression.pattern(List.of(table));

        for (Shown shown : pattern.show(List.of(List.of(table)))) {
            int[][] counts = table.merged(pattern.tables().getFirst().groups(), pattern.outcomes());
            for (int row = 0; row < counts.length; row++)
                for (int column = 0; column < counts[row].length; column++)
                    if (!shown.counts().get(row).get(column).hidden())
                        assertThat(shown.counts().get(row).get(column).people())
                                .isGreaterThanOrEqualTo(5)
                                .isEqualTo(counts[row][column]);
            assertThat(shown.groupTotals()).allMatch(total -> total >= 5);
            assertThat(shown.outcomeTotals()).allMatch(total -> total >= 5);
        }
    }

    /** What changed is known exactly, so a count that was hidden both times cannot have been below what it lost. */
    @Property
    void whoKnowsWhatThePanelChangedFindsARangeOfFiveToo(@ForAll long seed) {
        Random random = new Random(seed);
        Breakdown before = random(random, 3, 10);
        Breakdown after = moved(random, before);
        Pattern pattern = Suppression.pattern(List.of(before));
        List<Shown> first = pattern.show(List.of(List.of(before)));

        for (Shown ignored : pattern.show(List.of(List.of(before), List.of(after)))) {
            int[][] was = before.merged(pattern.tables().getFirst().groups(), pattern.outcomes());
            int[][] is = after.merged(pattern.tables().getFirst().groups(), pattern.outcomes());
            int[][] floors = new int[was.length][was[0].length];
            for (int row = 0; row < was.length; row++)
                for (int column = 0; column < was[row].length; column++)
                    floors[row][column] = Math.max(0, was[row][column] - is[row][column]);
            Shown shown = first.getFirst();
            assertWide(
                    shown,
                    Attacker.possible(
                            Attacker.visible(shown),
                            Attacker.array(shown.groupTotals()),
                            Attacker.array(shown.outcomeTotals()),
                            floors));
        }
    }

    /** People are counted by two things at once, and whoever sees both tables tries every such crowd of people. */
    @Property(tries = 40)
    void twoTablesOfTheSamePeopleTogetherTellNoMore(@ForAll long seed) {
        Random random = new Random(seed);
        int[][] people = new int[2][4];
        for (int[] outcome : people) for (int kind = 0; kind < 4; kind++) outcome[kind] = random.nextInt(9);
        Breakdown grades = crossed("grade", people, new int[][] {{0, 1}, {2, 3}});
        Breakdown patterns = crossed("pattern", people, new int[][] {{0, 2}, {1, 3}});
        List<Shown> shown = shown(grades, patterns);
        if (shown.size() < 2) return;

        Set<List<Integer>> firsts = crowds(shown, 0);
        Set<List<Integer>> seconds = crowds(shown, 1);
        for (int table = 0; table < 2; table++)
            for (int group = 0; group < 2; group++)
                for (int outcome = 0; outcome < 2; outcome++) {
                    if (!shown.get(table).counts().get(group).get(outcome).hidden()) continue;
                    Set<Integer> possible = new TreeSet<>();
                    for (List<Integer> first : firsts)
                        for (List<Integer> second : seconds)
                            if (groupTotalsFit(shown, first, second))
                                possible.add((outcome == 0 ? first : second).get(table * 2 + group));
                    assertThat(Collections.max(possible) - Collections.min(possible))
                            .isGreaterThanOrEqualTo(5);
                }
    }

    @Test
    void aPartIsShownUnlessItOrTheRestIsFewerThanFive() {
        assertThat(Suppression.part(5, 10)).contains(5);
        assertThat(Suppression.part(4, 10)).isEmpty();
        assertThat(Suppression.part(0, 10)).isEmpty();
        assertThat(Suppression.part(6, 10)).isEmpty();
        assertThat(Suppression.part(10, 10)).as("nobody is left").isEmpty();
    }

    @Test
    void whatWasCountedTogetherBeforeStaysSoWhenTotalsAreShownAgain() {
        Merging before = Suppression.totals(List.of(20, 10, 3, 5));
        assertThat(before.parts()).containsExactly(List.of(0), List.of(1), List.of(2, 3));
        assertThat(Suppression.totals(List.of(20, 3, 9, 6), before).parts())
                .as("the nine and the six stay together, though each could be shown now")
                .containsExactly(List.of(0), List.of(1, 2, 3));
        assertThat(Suppression.totals(List.of(15, 8, 9, 6), before).parts()).isEqualTo(before.parts());
    }

    @Test
    void sixTablesOfSixHundredPeopleAreProtected() {
        Random random = new Random(600);
        int[] groups = {6, 2, 60, 6, 3, 2};
        int[][] outcomeOf = new int[600][1];
        for (int[] person : outcomeOf) person[0] = Math.min(random.nextInt(4), random.nextInt(3));
        List<Breakdown> tables = new ArrayList<>();
        for (int by = 0; by < groups.length; by++) {
            int[][] counts = new int[groups[by]][3];
            for (int[] person : outcomeOf) counts[random.nextInt(groups[by])][person[0]]++;
            tables.add(breakdown("table " + by, counts));
        }

        Pattern pattern = Suppression.pattern(tables);

        assertThat(pattern.show(List.of(tables))).hasSize(6);
        assertThat(pattern.tables())
                .allSatisfy(hiding -> assertThat(Suppression.safe(
                                tables.stream()
                                        .filter(table -> table.by().equals(hiding.by()))
                                        .findFirst()
                                        .orElseThrow()
                                        .merged(hiding.groups(), pattern.outcomes()),
                                hiding.cells()))
                        .isTrue());
    }

    private static void assertWide(Shown shown, List<List<Set<Integer>>> possible) {
        for (int row = 0; row < possible.size(); row++)
            for (int column = 0; column < possible.get(row).size(); column++)
                if (shown.counts().get(row).get(column).hidden())
                    assertThat(possible.get(row).get(column)).hasSizeGreaterThan(5);
    }

    /** For one outcome, the counts of both groups of both tables in every crowd of people that fits what is visible. */
    private static Set<List<Integer>> crowds(List<Shown> shown, int outcome) {
        int total = shown.getFirst().outcomeTotals().get(outcome);
        Set<List<Integer>> crowds = new HashSet<>();
        for (int a = 0; a <= total; a++)
            for (int b = 0; a + b <= total; b++)
                for (int c = 0; a + b + c <= total; c++) {
                    int d = total - a - b - c;
                    List<Integer> counts = List.of(a + b, c + d, a + c, b + d);
                    if (IntStream.range(0, 4).allMatch(cell -> {
                        Integer people = shown.get(cell / 2)
                                .counts()
                                .get(cell % 2)
                                .get(outcome)
                                .people();
                        return people == null || people.equals(counts.get(cell));
                    })) crowds.add(counts);
                }
        return crowds;
    }

    private static boolean groupTotalsFit(List<Shown> shown, List<Integer> first, List<Integer> second) {
        return IntStream.range(0, 4)
                .allMatch(cell -> first.get(cell) + second.get(cell)
                        == shown.get(cell / 2).groupTotals().get(cell % 2));
    }

    private static Breakdown crossed(String by, int[][] people, int[][] groups) {
        return new Breakdown(
                by,
                List.of(by + " 1", by + " 2"),
                List.of("Asked for", "No place"),
                Arrays.stream(groups)
                        .map(kinds -> Arrays.stream(people)
                                .map(outcome -> outcome[kinds[0]] + outcome[kinds[1]])
                                .toList())
                        .toList());
    }

    private static Breakdown random(Random random, int groups, int most) {
        int[][] counts = new int[groups][3];
        for (int[] row : counts) for (int column = 0; column < 3; column++) row[column] = random.nextInt(most);
        return breakdown("grade", counts);
    }

    private static Breakdown moved(Random random, Breakdown before) {
        int[][] counts = before.merged(Merging.none(before.groups().size()), Merging.none(3));
        for (int move = 0; move < 4; move++) {
            int[] row = counts[random.nextInt(counts.length)];
            int from = random.nextInt(3);
            if (row[from] == 0) continue;
            row[from]--;
            row[random.nextInt(3)]++;
        }
        return breakdown("grade", counts);
    }

    private static Breakdown breakdown(String by, int[][] counts) {
        return new Breakdown(
                by,
                IntStream.rangeClosed(1, counts.length)
                        .mapToObj(group -> by + " " + group)
                        .toList(),
                OUTCOMES,
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    @SafeVarargs
    private static Breakdown table(String by, List<Integer>... rows) {
        return new Breakdown(
                by,
                IntStream.rangeClosed(1, rows.length)
                        .mapToObj(group -> by + " " + group)
                        .toList(),
                OUTCOMES,
                List.of(rows));
    }

    private static List<Shown> shown(Breakdown... tables) {
        return Suppression.pattern(List.of(tables)).show(List.of(List.of(tables)));
    }

    private static List<List<Shown.Count>> counts(String... rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row.split(" "))
                        .map(count -> count.equals("-") ? Shown.Count.HIDDEN : new Shown.Count(Integer.valueOf(count)))
                        .toList())
                .toList();
    }
}
