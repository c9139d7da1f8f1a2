package uk.gov.justice.probation.devolution.allocation;

import java.util.Arrays;

/**
 * The lottery among the best allocations: person by person, the best rank that is possible if everybody earlier keeps
 * theirs; then, in the same order, the first option among those of that rank. Whether somebody can have an option is a
 * search for a chain of moves from there back to where they are.
 */
final class Draw {
    private final Staffing staffing;
    private final int none;
    private final int nodes;
    private final int words;
    /** By person: the options they may still move to, empty if they stay. */
    private final long[][] may;
    /** By option and option: how many people may move from the one to the other, and who they are or were. */
    private final int[] count;

    private final int[] waiting;
    private int[] waitingPerson = new int[1 << 10];
    private int[] waitingNext = new int[1 << 10];
    private int waitingSize;
    /** By option: the options that somebody may move from to it. */
    private final long[] into;

    private final long[] roomy;
    private final long[] taken;
    /** The last search: what was reached, and the option to go on to from each. */
    private final long[] reached;

    private final int[] onward;
    private final int[] queue;

    Draw(Staffing staffing) {
        this.staffing = staffing;
        this.none = staffing.none;
        this.nodes = none + 1;
        this.words = (nodes + Long.SIZE - 1) / Long.SIZE;
        this.may = new long[staffing.people.size()][];
        this.count = new int[nodes * nodes];
        this.waiting = new int[nodes * nodes];
        this.into = new long[nodes * words];
        this.roomy = new long[words];
        this.taken = new long[words];
        this.reached = new long[words];
        this.onward = new int[nodes];
        this.queue = new int[nodes];
        Arrays.fill(waiting, -1);
    }

    void run() {
        for (int option = 0; option < none; option++) measure(option);
        for (int person = 0; person < may.length; person++) {
            if (!staffing.people.get(person).isSettled()) arrive(person, possible(staffing.people.get(person)));
        }
        for (int person = 0; person < may.length; person++) {
            if (may[person] != null) drawRank(person);
        }
        for (int person = 0; person < may.length; person++) {
            if (may[person] != null) drawOption(person);
        }
    }

    private long[] possible(Person person) {
        long[] options = person.others == null
                ? new long[words]
                : Arrays.copyOf(person.others.options().toLongArray(), words);
        for (int wish = 0; wish < person.wishes.length; wish++) {
            if (person.isPossible(wish)) set(options, person.wishes[wish]);
        }
        if (person.mayGoWithout) set(options, none);
        return options;
    }

    /** Gives a person the best rank they can have, and leaves them only the options of that rank. */
    private void drawRank(int number) {
        Person person = staffing.people.get(number);
        int better = betterThanNow(number, person);
        if (better >= 0) move(number, better);
        int rank = staffing.rank(person);
        long[] ofThatRank = may[number];
        leave(number);
        for (int option = 0; option < nodes; option++) {
            if (has(ofThatRank, option) && person.rank(option, none) != rank) clear(ofThatRank, option);
        }
        if (isMany(ofThatRank)) arrive(number, ofThatRank);
    }

    /** An option of the best rank that is possible, negative if that is the rank they have. */
    private int betterThanNow(int number, Person person) {
        int now = staffing.rank(person);
        boolean searched = false;
        for (int wish = 0; wish < person.wishes.length && (now == 0 || person.ranks[wish] < now); wish++) {
            if (!person.isPossible(wish)) continue;
            if (!searched) search(person.at);
            searched = true;
            if (has(reached, person.wishes[wish])) return person.wishes[wish];
        }
        if (now != 0 || person.others == null) return -1;
        if (!searched) search(person.at);
        return firstReached(may[number]);
    }

    /** Gives a person, whose options all have the same rank, the first of them that they can have. */
    private void drawOption(int number) {
        search(staffing.people.get(number).at);
        int first = firstReached(may[number]);
        if (first != staffing.people.get(number).at) move(number, first);
        leave(number);
    }

    private int firstReached(long[] options) {
        for (int word = 0; word < words; word++) {
            long both = options[word] & reached[word];
            if (both != 0) return word * Long.SIZE + Long.numberOfTrailingZeros(both);
        }
        return -1;
    }

    /** Finds from which options a chain of moves leads to this one. */
    private void search(int end) {
        Arrays.fill(reached, 0);
        set(reached, end);
        int size = 0;
        queue[size++] = end;
        for (int next = 0; next < size; next++) {
            int to = queue[next];
            for (int word = 0; word < words; word++) {
                long from = into[to * words + word];
                if (to == none) from |= roomy[word];
                if (word == none / Long.SIZE && has(taken, to)) from |= 1L << none;
                from &= ~reached[word];
                reached[word] |= from;
                for (; from != 0; from &= from - 1) {
                    int option = word * Long.SIZE + Long.numberOfTrailingZeros(from);
                    onward[option] = to;
                    queue[size++] = option;
                }
            }
        }
    }

    /** Moves a person to an option that the last search reached, and everybody on the chain from there. */
    private void move(int person, int option) {
        int end = staffing.people.get(person).at;
        int[] movers = new int[nodes];
        int[] stops = new int[nodes + 1];
        int length = 0;
        for (int stop = option; stop != end; stop = onward[stop]) {
            stops[length] = stop;
            movers[length++] = count[stop * nodes + onward[stop]] > 0 ? mover(stop, onward[stop]) : -1;
        }
        stops[length] = end;
        relocate(person, option);
        for (int i = 0; i < length; i++) {
            if (movers[i] >= 0) relocate(movers[i], stops[i + 1]);
        }
    }

    private void relocate(int number, int option) {
        Person person = staffing.people.get(number);
        long[] options = may[number];
        leave(number);
        staffing.load[person.at]--;
        measure(person.at);
        person.at = option;
        staffing.load[option]++;
        measure(option);
        arrive(number, options);
    }

    private void measure(int option) {
        if (option == none || !staffing.flexible.get(option)) return;
        if (staffing.load[option] < staffing.places[option]) set(roomy, option);
        else clear(roomy, option);
        if (staffing.load[option] > 0) set(taken, option);
        else clear(taken, option);
    }

    private void arrive(int person, long[] options) {
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

    private void leave(int person) {
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

    /** Somebody who may move from the one option to the other; who no longer may is forgotten here. */
    private int mover(int from, int to) {
        int pair = from * nodes + to;
        while (true) {
            int person = waitingPerson[waiting[pair]];
            if (may[person] != null && staffing.people.get(person).at == from && has(may[person], to)) return person;
            waiting[pair] = waitingNext[waiting[pair]];
        }
    }

    private static boolean isMany(long[] options) {
        int size = 0;
        for (long word : options) size += Long.bitCount(word);
        return size > 1;
    }

    private static boolean has(long[] options, int option) {
        return (options[option / Long.SIZE] & 1L << option) != 0;
    }

    private static void set(long[] options, int option) {
        options[option / Long.SIZE] |= 1L << option;
    }

    private static void clear(long[] options, int option) {
        options[option / Long.SIZE] &= ~(1L << option);
    }
}
