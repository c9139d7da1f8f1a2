package uk.gov.justice.probation.devolution.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import uk.gov.justice.probation.devolution.allocation.Setback.Worse;

/**
 * One thing to be made as small as possible, after everything before it.
 *
 * @param worse what it means if this level is larger
 * @param rank the rank the level is about, 0 if it is about none
 * @param values what one person adds to it, by the rank of their place, at 0 for none
 */
record Level(Worse worse, int rank, int[] values) {

    /**
     * The levels of an objective, in order; the last rank needs none if the number of people placed is settled and all
     * other ranks are.
     */
    static List<Level> of(Objective objective, int ranks) {
        var levels = new ArrayList<Level>();
        levels.add(of(Worse.MORE_UNPLACED, 0, ranks, rank -> rank == 0 ? 1 : 0));
        switch (objective) {
            case GREEDY ->
                IntStream.range(1, ranks)
                        .forEach(best ->
                                levels.add(of(Worse.FEWER_AT_RANK, best, ranks, rank -> rank == best ? -1 : 0)));
            case GENEROUS ->
                IntStream.range(1, ranks)
                        .map(i -> ranks + 1 - i)
                        .forEach(worst ->
                                levels.add(of(Worse.MORE_AT_RANK, worst, ranks, rank -> rank == worst ? 1 : 0)));
            case DRAW -> throw new IllegalArgumentException("The draw has turns, no levels.");
            case BALANCED -> levels.add(of(Worse.LARGER_SUM, 0, ranks, rank -> rank));
        }
        return levels;
    }

    private static Level of(Worse worse, int rank, int ranks, IntUnaryOperator value) {
        return new Level(worse, rank, IntStream.rangeClosed(0, ranks).map(value).toArray());
    }

    /** The most that one person's move from one rank to another can change. */
    int span() {
        return Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).min().orElseThrow();
    }
}
