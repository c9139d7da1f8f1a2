package uk.gov.justice.probation.devolution.allocation;

import java.util.Arrays;

/**
 * Who may move from which option to which other one, and between which options anybody may. Sets of options are bits,
 * the last of them stands for having none.
 */
final class Movers {
    final int nodes;
    final int words;

    private final Staffing staffing;
    /** By person: the options they may still move to, null if they stay. */
    private final long[][] may;
    /** By option and option: how many people may move from the one to the other, and who they are or were. */
    private final int[] count;

    private final int[] waiting;
    private int[] waitingPerson = new int[1 << 10];
    private int[] waitingNext = new int[1 << 10];
    private int waitingSize;
    /** By option: the options that somebody may move from to it. */
    private final long[] into;

    Movers(Staffing staffing) {
        this.staffing = staffing;
        this.nodes = staffing.none + 1;
        this.words = (nodes + Long.SIZE - 1) / Long.SIZE;
        this.may = new long[staffing.people.size()][];
        this.count = new int[nodes * nodes];
        this.waiting = new int[nodes * nodes];
        this.into = new long[nodes * words];
        Arrays.fill(waiting, -1);
    }

    /** Where a person may move, null if they stay. */
    long[] of(int person) {
        return may[person];
    }

    /** A word of the options that somebody may move from to this one. */
    long into(int option, int word) {
        return into[option * words + word];
    }

    void arrive(int person, long[] options) {
        may[person] = options;
        int from = staffing.people.get(person).at;
        for (int word = 0; word < words; word++) {
            for (long left = options[word]; left != 0; left &= left - 1) {
                int to = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                if (to == from) continue;
                int pair = from * nodes + to;
                if (count[pair]++ == 0) into[to * words + from / Long.SIZE] |= 1L << from;
                wait(person, pair);
            }
        }
    }

    void leave(int person) {
        int from = staffing.people.get(person).at;
        for (int word = 0; word < words; word++) {
            for (long left = may[person][word]; left != 0; left &= left - 1) {
                int to = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                if (to != from && --count[from * nodes + to] == 0) into[to * words + from / Long.SIZE] &= ~(1L << from);
            }
        }
        may[person] = null;
    }

    private void wait(int person, int pair) {
        if (waitingSize == waitingPerson.length) {
            waitingPerson = Arrays.copyOf(waitingPerson, 2 * waitingSize);
            waitingNext = Arrays.copyOf(waitingNext, 2 * waitingSize);
        }
        waitingPerson[waitingSize] = person;
        waitingNext[waitingSize] = waiting[pair];
        waiting[pair] = waitingSize++;
    }

    /** Whether somebody may move from the one option to the other. */
    boolean isMove(int from, int to) {
        return count[from * nodes + to] > 0;
    }

    /** Somebody who may move from the one option to the other; who no longer may is forgotten here. */
    int mover(int from, int to) {
        int pair = from * nodes + to;
        while (true) {
            int person = waitingPerson[waiting[pair]];
            if (may[person] != null && staffing.people.get(person).at == from && has(may[person], to)) return person;
            waiting[pair] = waitingNext[waiting[pair]];
        }
    }

    static boolean has(long[] options, int option) {
        return (options[option / Long.SIZE] & 1L << option) != 0;
    }

    static void set(long[] options, int option) {
        options[option / Long.SIZE] |= 1L << option;
    }

    static void clear(long[] options, int option) {
        options[option / Long.SIZE] &= ~(1L << option);
    }

    /** The first option that is in both, negative if there is none. */
    static int first(long[] options, long[] others) {
        for (int word = 0; word < options.length; word++) {
            long both = options[word] & others[word];
            if (both != 0) return word * Long.SIZE + Long.numberOfTrailingZeros(both);
        }
        return -1;
    }
}
