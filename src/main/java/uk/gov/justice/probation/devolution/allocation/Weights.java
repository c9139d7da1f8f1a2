package uk.gov.justice.probation.devolution.allocation;

import java.util.Arrays;
import java.util.List;

/**
 * The first levels of an objective combined exactly into one cost. Two allocations differ by closed chains of moves,
 * none of which passes an option twice. If a level's weight is more than twice what a chain of that length can change
 * in all later levels together, a chain's cost is negative exactly if it improves the levels in their order, and the
 * first level it changes, and by how much, can be read from its cost.
 *
 * @param weights by level
 * @param cost by rank, at 0 for no place; the least is 0
 */
record Weights(List<Level> levels, long[] weights, long[] cost) {

    /** As many levels as fit below the largest cost, at least one. */
    static Weights of(List<Level> levels, int longestChain, long largestCost) {
        Weights fitting = null;
        for (int count = 1; count <= levels.size(); count++) {
            Weights weights;
            try {
                weights = of(levels.subList(0, count), longestChain);
            } catch (ArithmeticException beyondLong) {
                break;
            }
            if (fitting != null && Arrays.stream(weights.cost).max().orElseThrow() > largestCost) break;
            fitting = weights;
        }
        return fitting;
    }

    private static Weights of(List<Level> levels, int longestChain) {
        long[] weights = new long[levels.size()];
        long later = 0;
        for (int level = levels.size() - 1; level >= 0; level--) {
            weights[level] = Math.addExact(Math.multiplyExact(2, later), 1);
            later = Math.addExact(
                    later,
                    Math.multiplyExact(
                            weights[level],
                            (long) longestChain * levels.get(level).span()));
        }
        long[] cost = new long[levels.getFirst().values().length];
        for (int rank = 0; rank < cost.length; rank++) {
            for (int level = 0; level < weights.length; level++)
                cost[rank] = Math.addExact(
                        cost[rank],
                        Math.multiplyExact(weights[level], levels.get(level).values()[rank]));
        }
        long least = Arrays.stream(cost).min().orElseThrow();
        for (int rank = 0; rank < cost.length; rank++) cost[rank] = Math.subtractExact(cost[rank], least);
        return new Weights(levels, weights, cost);
    }

    /** What a chain of moves with this cost, more than 0, makes worse first. */
    Setback setback(long cost) {
        for (int level = 0; level < weights.length; level++) {
            long by = Math.floorDiv(2 * cost + weights[level], 2 * weights[level]);
            if (by != 0)
                return new Setback(levels.get(level).worse(), levels.get(level).rank(), Math.toIntExact(by));
        }
        throw new IllegalArgumentException("Chain of moves without an effect.");
    }
}
