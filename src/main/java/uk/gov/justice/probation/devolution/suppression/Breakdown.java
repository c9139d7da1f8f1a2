package uk.gov.justice.probation.devolution.suppression;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many people of each group had each outcome, before anything is hidden.
 *
 * @param by what the groups are made by, such as the grade
 * @param groups neighbours are merged first, so they stand in an order that means something
 * @param counts a row for each group, and in it a number for each outcome
 */
public record Breakdown(String by, List<String> groups, List<String> outcomes, List<List<Integer>> counts) {
    public Breakdown {
        groups = List.copyOf(groups);
        outcomes = List.copyOf(outcomes);
        counts = counts.stream().map(List::copyOf).toList();
        int width = outcomes.size();
        if (counts.size() != groups.size() || counts.stream().anyMatch(row -> row.size() != width))
            throw new IllegalArgumentException("Each group by " + by + " needs one count for each outcome.");
        if (counts.stream().flatMap(List::stream).anyMatch(count -> count < 0))
            throw new IllegalArgumentException("A count by " + by + " is below zero.");
    }

    List<Integer> outcomeTotals() {
        return IntStream.range(0, outcomes.size())
                .mapToObj(outcome ->
                        counts.stream().mapToInt(row -> row.get(outcome)).sum())
                .toList();
    }

    int[][] merged(Merging rows, Merging columns) {
        int[][] merged = new int[rows.size()][columns.size()];
        for (int row = 0; row < rows.size(); row++)
            for (int column = 0; column < columns.size(); column++)
                for (int group : rows.parts().get(row))
                    for (int outcome : columns.parts().get(column))
                        merged[row][column] += counts.get(group).get(outcome);
        return merged;
    }
}
