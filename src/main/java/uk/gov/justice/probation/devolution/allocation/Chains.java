package uk.gov.justice.probation.devolution.allocation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The chains of moves that lead from a best allocation to any other: somebody goes to another option, somebody there
 * makes room and goes on, until a free place is taken or somebody takes the place that was left first. Only the
 * cheapest move between two options matters, so that all of them are known from one table of options. What an option
 * costs a person is then exact: their own move, and the cheapest chain from there back to where they were.
 */
final class Chains {
    private static final long NO_WAY = Long.MAX_VALUE / 4;

    private final Staffing staffing;
    private final Weights weights;
    private final long[] cost;
    private final int none;
    /**
     * From an option (row) to an option (column), at the end of either for having none: the cheapest chain of moves.
     */
    private final long[][] cheapest;

    private Chains(Staffing staffing, Weights weights) {
        this.staffing = staffing;
        this.weights = weights;
        this.cost = weights.cost();
        this.none = staffing.none;
        this.cheapest = new long[none + 1][none + 1];
        for (int option = 0; option <= none; option++) {
            Arrays.fill(cheapest[option], NO_WAY);
            cheapest[option][option] = 0;
        }
    }

    /** @throws IllegalStateException if the allocation is not a best one under these weights */
    static Chains in(Staffing staffing, Weights weights) {
        var chains = new Chains(staffing, weights);
        chains.addMoves();
        chains.addFreePlaces();
        chains.join();
        for (int option = 0; option <= staffing.none; option++) {
            if (chains.cheapest[option][option] < 0)
                throw new IllegalStateException(
                        "The solver's allocation is not the best: a chain of moves through option %d improves it."
                                .formatted(option));
        }
        return chains;
    }

    private void addMoves() {
        Map<Pool, long[]> toPool = new IdentityHashMap<>();
        for (Person person : staffing.people) {
            if (person.isSettled()) continue;
            long now = cost[staffing.rank(person)];
            for (int wish = 0; wish < person.wishes.length; wish++) {
                if (person.isPossible(wish)) offer(person.at, person.wishes[wish], cost[person.ranks[wish]] - now);
            }
            if (person.mayGoWithout) offer(person.at, none, cost[0] - now);
            if (person.others == null) continue;
            long[] leaving = toPool.computeIfAbsent(person.others, pool -> {
                long[] least = new long[none + 1];
                Arrays.fill(least, NO_WAY);
                return least;
            });
            leaving[person.at] = Math.min(leaving[person.at], cost[person.unrankedRank] - now);
        }
        toPool.forEach((pool, leaving) -> {
            for (int from = 0; from <= none; from++) {
                if (leaving[from] == NO_WAY) continue;
                for (int to : pool.members()) offer(from, to, leaving[from]);
            }
        });
    }

    private void addFreePlaces() {
        for (int option = staffing.flexible.nextSetBit(0);
                option >= 0;
                option = staffing.flexible.nextSetBit(option + 1)) {
            if (staffing.load[option] < staffing.places[option]) offer(option, none, 0);
            if (staffing.load[option] > 0) offer(none, option, 0);
        }
    }

    private void offer(int from, int to, long move) {
        if (from != to && move < cheapest[from][to]) cheapest[from][to] = move;
    }

    private void join() {
        for (int via = 0; via <= none; via++) {
            long[] onward = cheapest[via];
            for (int from = 0; from <= none; from++) {
                long there = cheapest[from][via];
                if (there == NO_WAY || from == via) continue;
                long[] row = cheapest[from];
                for (int to = 0; to <= none; to++) {
                    if (onward[to] != NO_WAY && there + onward[to] < row[to]) row[to] = there + onward[to];
                }
            }
        }
    }

    /** Leaves to everybody only what they have in some best allocation, and keeps what the rest would cost. */
    void narrow() {
        Map<Move, Pool.Left> reachable = new HashMap<>();
        Map<BitSet, Pool> pools = new HashMap<>();
        for (Person person : staffing.people) {
            if (person.isSettled()) continue;
            long now = cost[staffing.rank(person)];
            for (int wish = 0; wish < person.wishes.length; wish++) {
                if (!person.isPossible(wish)) continue;
                long back = cheapest[person.wishes[wish]][person.at];
                if (back == NO_WAY) person.rule(wish);
                else if (cost[person.ranks[wish]] - now + back > 0)
                    person.rule(wish, cost[person.ranks[wish]] - now + back, weights);
            }
            person.mayGoWithout &= isFree(none, person.at, cost[0] - now);
            if (person.others == null) continue;
            person.narrow(reachable.computeIfAbsent(
                    new Move(person.others, person.at, cost[person.unrankedRank] - now), move -> left(move, pools)));
        }
        for (int option = staffing.flexible.nextSetBit(0);
                option >= 0;
                option = staffing.flexible.nextSetBit(option + 1)) {
            boolean mayGrow = staffing.load[option] < staffing.places[option] && isFree(none, option, 0);
            boolean mayShrink = staffing.load[option] > 0 && isFree(option, none, 0);
            if (!mayGrow && !mayShrink) staffing.flexible.clear(option);
        }
    }

    private Pool.Left left(Move move, Map<BitSet, Pool> pools) {
        int[] members = move.pool().members();
        var options = new BitSet();
        var losses = new long[members.length];
        for (int member = 0; member < members.length; member++) {
            long back = cheapest[members[member]][move.from()];
            losses[member] = back == NO_WAY ? -1 : move.cost() + back;
            if (losses[member] == 0) options.set(members[member]);
        }
        return new Pool.Left(options.isEmpty() ? null : pools.computeIfAbsent(options, Pool::of), losses, weights);
    }

    /** Whether a move to an option and the cheapest chain from there back cost nothing together. */
    private boolean isFree(int option, int back, long move) {
        return cheapest[option][back] != NO_WAY && move + cheapest[option][back] == 0;
    }

    /** Somebody's move from an option into a pool; a pool equals itself alone. */
    private record Move(Pool pool, int from, long cost) {
        @Override
        public int hashCode() {
            return 31 * (31 * System.identityHashCode(pool) + from) + Long.hashCode(cost);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Move move && move.pool == pool && move.from == from && move.cost == cost;
        }
    }
}
