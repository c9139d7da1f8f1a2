package uk.gov.justice.probation.devolution.suppression;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is merged and hidden. It is frozen when it is first used, so that two publications do not betray each other. */
public record Pattern(Merging outcomes, List<Hiding> tables) {
    public Pattern {
        tables = List.copyOf(tables);
    }

    /** @param hidden for each group and outcome that are left, whether their count is hidden */
    public record Hiding(String by, Merging groups, List<List<Boolean>> hidden) {
        public Hiding {
            hidden = hidden.stream().map(List::copyOf).toList();
        }

        boolean[][] cells() {
            boolean[][] cells = new boolean[hidden.size()][];
            for (int row = 0; row < cells.length; row++) {
                cells[row] = new boolean[hidden.get(row).size()];
                for (int column = 0; column < cells[row].length; column++)
                    cells[row][column] = hidden.get(row).get(column);
            }
            return cells;
        }
    }

    /**
     * The tables of the last publication. One is left out if what has been published of it, this time included, would
     * let somebody who knows exactly what has changed work out a hidden count.
     *
     * @param publications all so far, the first one first; each with the same tables
     */
    public List<Shown> show(List<List<Breakdown>> publications) {
        return tables.stream()
                .map(hiding -> shown(
                        hiding,
                        publications.stream()
                                .map(each -> named(hiding.by(), each))
                                .toList()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Shown> shown(Hiding hiding, List<Breakdown> publications) {
        List<int[][]> counts = publications.stream()
                .map(each -> each.merged(hiding.groups(), outcomes))
                .toList();
        if (!counts.stream().allMatch(each -> Suppression.totalsMayBeShown(each))
                || !Suppression.safe(Suppression.least(counts), hiding.cells())) return Optional.empty();
        Breakdown last = publications.getLast();
        int[][] now = counts.getLast();
        return Optional.of(new Shown(
                hiding.by(),
                hiding.groups().named(last.groups()),
                outcomes.named(last.outcomes()),
                IntStream.range(0, now.length)
                        .mapToObj(row -> row(now[row], hiding.hidden().get(row)))
                        .toList(),
                Suppression.rowTotals(now),
                Suppression.columnTotals(now)));
    }

    private static List<Shown.Count> row(int[] counts, List<Boolean> hidden) {
        return IntStream.range(0, counts.length)
                .mapToObj(column -> hidden.get(column) ? Shown.Count.HIDDEN : new Shown.Count(counts[column]))
                .toList();
    }

    private static Breakdown named(String by, List<Breakdown> tables) {
        return tables.stream()
                .filter(table -> table.by().equals(by))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no table by " + by + "."));
    }
}
