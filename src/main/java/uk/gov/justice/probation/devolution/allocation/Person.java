package uk.gov.justice.probation.devolution.allocation;

import java.util.Arrays;

/**
 * Where one person may still go in a best allocation, as far as that is known, and where they are now. Options are
 * numbers; ranks start at 1.
 */
final class Person {
    private static final long POSSIBLE = 0;
    private static final long IMPOSSIBLE = -1;

    final Applicant applicant;
    final boolean decided;
    /** The options they ranked and may be given, and the rank of each. */
    final int[] wishes;

    final int[] ranks;
    final int unrankedRank;
    /** The options they may be given at all, null for none. */
    final Pool open;
    /** Those of them that need no consent to a long journey, null for none. */
    final Pool near;
    /** What they could take beyond that, null for nothing. */
    Pool others;

    boolean mayGoWithout;
    /** The option they have, or the number after the last option for none. */
    int at;

    /**
     * By wish: 0 if it is possible, negative if no allocation has it, otherwise the least cost, in the weights beside
     * it, of an allocation that has it.
     */
    private final long[] losses;

    private final Weights[] lossWeights;
    /** How the others became fewer, the last time first; null if they never did. */
    private Narrowed narrowed;

    Person(Applicant applicant, boolean decided, int[] wishes, int[] ranks, int unrankedRank, Pool open, Pool near) {
        this.applicant = applicant;
        this.decided = decided;
        this.wishes = wishes;
        this.ranks = ranks;
        this.unrankedRank = unrankedRank;
        this.open = open;
        this.near = near;
        this.others = open;
        this.mayGoWithout = true;
        this.losses = new long[wishes.length];
        this.lossWeights = new Weights[wishes.length];
    }

    /** Leaves one possibility: an option, or none. */
    void decide(int option, int none) {
        mayGoWithout = option == none;
        others = null;
        Arrays.fill(losses, IMPOSSIBLE);
        int wish = wish(option);
        if (wish >= 0) losses[wish] = POSSIBLE;
        else if (option != none) others = Pool.of(option);
        at = option;
    }

    boolean isPossible(int wish) {
        return losses[wish] == POSSIBLE;
    }

    void rule(int wish) {
        losses[wish] = IMPOSSIBLE;
    }

    void rule(int wish, long loss, Weights weights) {
        losses[wish] = loss;
        lossWeights[wish] = weights;
    }

    /** How much worse the best allocation is in which they have this wish; null if there is none. */
    Setback setback(int wish) {
        return losses[wish] == IMPOSSIBLE ? null : lossWeights[wish].setback(losses[wish]);
    }

    /** Leaves of the others only those that some best allocation has. */
    void narrow(Pool.Left left) {
        narrowed = new Narrowed(others, left, narrowed);
        others = left.pool();
    }

    /** The same of an option that they did not ask for, and may be given. */
    Setback setbackElsewhere(int option) {
        for (Narrowed step = narrowed; step != null; step = step.before()) {
            int member = Arrays.binarySearch(step.of().members(), option);
            if (member < 0) continue;
            long loss = step.left().losses()[member];
            return loss < 0 ? null : step.left().weights().setback(loss);
        }
        return null;
    }

    private record Narrowed(Pool of, Pool.Left left, Narrowed before) {}

    /** Whether only where they are now is possible. */
    boolean isSettled() {
        int possible = (mayGoWithout ? 1 : 0) + (others == null ? 0 : others.members().length);
        for (long loss : losses) {
            if (loss == POSSIBLE) possible++;
        }
        return possible == 1;
    }

    /** Which of their wishes an option is, negative for none. */
    int wish(int option) {
        for (int wish = 0; wish < wishes.length; wish++) {
            if (wishes[wish] == option) return wish;
        }
        return -1;
    }

    /** The rank of an option for them, 0 for having none. */
    int rank(int option, int none) {
        if (option == none) return 0;
        int wish = wish(option);
        return wish >= 0 ? ranks[wish] : unrankedRank;
    }
}
