package uk.gov.justice.probation.devolution.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.gov.justice.probation.devolution.suppression.Pattern.Hiding;

/**
 * The one rule for counts about people: below five, zero too, they are hidden, and so many others with them that each
 * hidden count could be anything in a range of at least five. Where that cannot be done groups are merged, and where
 * merging does not help the table is left out.
 *
 * <p>Tables of the same people share the totals of their outcomes. These are always shown, after outcomes with fewer
 * than five people have been merged, so one table tells nothing about the cells of another.
 */
public final class Suppression {
    public static final int FEWEST = 5;

    private Suppression() {}

    /** @param tables of the same people, by the same outcomes */
    public static Pattern pattern(List<Breakdown> tables) {
        if (tables.isEmpty()) return new Pattern(Merging.none(0), List.of());
        List<Integer> totals = tables.getFirst().outcomeTotals();
        if (tables.stream().anyMatch(table -> !table.outcomeTotals().equals(totals)))
            throw new IllegalArgumentException("The tables do not count the same people.");
        Merging outcomes = totals(totals);
        List<Hiding> hidings = new ArrayList<>();
        if (outcomes.size() > 1)
            for (Breakdown table : tables) hiding(table, outcomes).ifPresent(hidings::add);
        return new Pattern(outcomes, hidings);
    }

    /** Which neighbouring outcomes are counted together, so that none counts fewer than five people. */
    public static Merging totals(List<Integer> people) {
        return totals(people, Merging.none(people.size()));
    }

    /** The same for people of whom totals have been shown before: what was counted together then still is. */
    public static Merging totals(List<Integer> people, Merging before) {
        Merging outcomes = before;
        while (outcomes.size() > 1 && anyBelow(outcomes.totals(people))) outcomes = outcomes.smallestMerged(people);
        return outcomes;
    }

    /** How many of so many, unless either they or the others are fewer than five. */
    public static Optional<Integer> part(int people, int all) {
        return anyBelow(List.of(people, all - people)) ? Optional.empty() : Optional.of(people);
    }

    private static Optional<Hiding> hiding(Breakdown table, Merging outcomes) {
        List<Integer> people = table.counts().stream()
                .map(row -> row.stream().mapToInt(Integer::intValue).sum())
                .toList();
        Merging groups = Merging.none(people.size());
        while (groups.size() > 1) {
            int[][] counts = table.merged(groups, outcomes);
            if (totalsMayBeShown(counts)) {
                boolean[][] hidden = hidden(counts);
                if (safe(counts, hidden)) return Optional.of(new Hiding(table.by(), groups, rows(hidden)));
            }
            groups = groups.smallestMerged(people);
        }
        return Optional.empty();
    }

    private static boolean[][] hidden(int[][] counts) {
        boolean[][] hidden = new boolean[counts.length][counts[0].length];
        for (int row = 0; row < counts.length; row++)
            for (int column = 0; column < counts[row].length; column++)
                hidden[row][column] = counts[row][column] < FEWEST;
        for (int[] cell = tooNarrow(counts, hidden); cell != null; cell = tooNarrow(counts, hidden)) {
            boolean[][] wider = withOneRectangle(counts, hidden, cell[0], cell[1]);
            if (wider == null) return hidden;
            hidden = wider;
        }
        return hidden;
    }

    /** Hides three more corners of a rectangle: those that widen the range most, and then those with fewest people. */
    private static boolean[][] withOneRectangle(int[][] counts, boolean[][] hidden, int row, int column) {
        boolean[][] best = null;
        int widest = -1;
        int fewest = Integer.MAX_VALUE;
        for (int r = 0; r < counts.length; r++)
            for (int c = 0; c < counts[0].length; c++) {
                if (r == row || c == column || hidden[r][c] && hidden[r][column] && hidden[row][c]) continue;
                boolean[][] tried = Arrays.stream(hidden).map(boolean[]::clone).toArray(boolean[][]::new);
                tried[r][c] = tried[r][column] = tried[row][c] = true;
                int width = new Ranges(counts, tried).width(row, column, FEWEST);
                int people = newlyHidden(counts, hidden, tried);
                if (width > widest || width == widest && people < fewest) {
                    best = tried;
                    widest = width;
                    fewest = people;
                }
            }
        return best;
    }

    private static int newlyHidden(int[][] counts, boolean[][] before, boolean[][] after) {
        int people = 0;
        for (int row = 0; row < counts.length; row++)
            for (int column = 0; column < counts[row].length; column++)
                if (after[row][column] && !before[row][column]) people += counts[row][column];
        return people;
    }

    /** Whether what is visible has at least five people, and each hidden count a range of at least five. */
    static boolean safe(int[][] counts, boolean[][] hidden) {
        for (int row = 0; row < counts.length; row++)
            for (int column = 0; column < counts[row].length; column++)
                if (!hidden[row][column] && counts[row][column] < FEWEST) return false;
        return tooNarrow(counts, hidden) == null;
    }

    private static int[] tooNarrow(int[][] counts, boolean[][] hidden) {
        Ranges ranges = new Ranges(counts, hidden);
        for (int row = 0; row < counts.length; row++)
            for (int column = 0; column < counts[row].length; column++)
                if (hidden[row][column] && !ranges.wideEnough(row, column)) return new int[] {row, column};
        return null;
    }

    static boolean totalsMayBeShown(int[][] counts) {
        return !anyBelow(rowTotals(counts)) && !anyBelow(columnTotals(counts));
    }

    private static boolean anyBelow(List<Integer> totals) {
        return totals.stream().anyMatch(total -> total < FEWEST);
    }

    static List<Integer> rowTotals(int[][] counts) {
        return Arrays.stream(counts).map(row -> Arrays.stream(row).sum()).toList();
    }

    static List<Integer> columnTotals(int[][] counts) {
        return IntStream.range(0, counts[0].length)
                .mapToObj(column ->
                        Arrays.stream(counts).mapToInt(row -> row[column]).sum())
                .toList();
    }

    static int[][] least(List<int[][]> publications) {
        int[][] least = Arrays.stream(publications.getFirst()).map(int[]::clone).toArray(int[][]::new);
        for (int[][] counts : publications)
            for (int row = 0; row < least.length; row++)
                for (int column = 0; column < least[row].length; column++)
                    least[row][column] = Math.min(least[row][column], counts[row][column]);
        return least;
    }

    private static List<List<Boolean>> rows(boolean[][] hidden) {
        return Arrays.stream(hidden)
                .map(row -> IntStream.range(0, row.length)
                        .mapToObj(column -> row[column])
                        .toList())
                .toList();
    }
}
