package uk.gov.justice.probation.devolution.allocation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How good an allocation is.
 *
 * @param unplaced people without any place
 * @param byRank people by the rank of their place, first choices first; a place that somebody did not ask for counts at
 *     the request's rank for that
 */
public record Score(int unplaced, List<Integer> byRank) {
    public Score {
        byRank = List.copyOf(byRank);
    }

    /** How many people have a place at this rank, 1 for the first choice. */
    public int at(int rank) {
        return rank <= byRank.size() ? byRank.get(rank - 1) : 0;
    }

    public long sumOfRanks() {
        return IntStream.rangeClosed(1, byRank.size())
                .mapToLong(rank -> (long) rank * at(rank))
                .sum();
    }

    /** The worst rank anybody has, 0 if nobody has a place. */
    public int worstRank() {
        return IntStream.rangeClosed(1, byRank.size())
                .filter(rank -> at(rank) > 0)
                .max()
                .orElse(0);
    }

    /**
     * Negative if this score is better under the objective, 0 if both are equally good, positive if the other is
     * better. In the draw only who has no place counts: ranks are compared person by person there, in the order of the
     * lottery.
     */
    public int compare(Objective objective, Score other) {
        if (unplaced != other.unplaced) return Integer.compare(unplaced, other.unplaced);
        int ranks = Math.max(byRank.size(), other.byRank.size());
        return switch (objective) {
            case GREEDY ->
                IntStream.rangeClosed(1, ranks)
                        .map(rank -> Integer.compare(other.at(rank), at(rank)))
                        .filter(difference -> difference != 0)
                        .findFirst()
                        .orElse(0);
            case GENEROUS ->
                IntStream.rangeClosed(1, ranks)
                        .map(i -> ranks + 1 - i)
                        .map(rank -> Integer.compare(at(rank), other.at(rank)))
                        .filter(difference -> difference != 0)
                        .findFirst()
                        .orElse(0);
            case BALANCED -> Long.compare(sumOfRanks(), other.sumOfRanks());
            case DRAW -> 0;
        };
    }
}
