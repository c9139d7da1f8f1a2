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
    private final Movers movers;

    private final long[] roomy;
    private final long[] taken;
    /** The last search: what was reached, and the option to go on to from each. */
    private final long[] reached;

    private final int[] onward;
    private final int[] queue;

    Draw(Staffing staffing) {
        this.staffing = staffing;
        this.none = staffing.none;
        this.movers = new Movers(staffing);
        this.nodes = movers.nodes;
        this.words = movers.words;
        this.roomy = new long[words];
        this.taken = new long[words];
        this.reached = new long[words];
        this.onward = new int[nodes];
        this.queue = new int[nodes];
    }

    void run() {
        for (int option = 0; option < none; option++) measure(option);
        for (int person = 0; person < staffing.people.size(); person++) {
            if (!staffing.people.get(person).isSettled()) movers.arrive(person, possible(staffing.people.get(person)));
        }
        for (int person = 0; person < staffing.people.size(); person++) {
            if (movers.of(person) != null) drawRank(person);
        }
        for (int person = 0; person < staffing.people.size(); person++) {
            if (movers.of(person) != null) drawOption(person);
        }
    }

    private long[] possible(Person person) {
        long[] options = person.others == null
                ? new long[words]
                : Arrays.copyOf(person.others.options().toLongArray(), words);
        for (int wish = 0; wish < person.wishes.length; wish++) {
            if (person.isPossible(wish)) Movers.set(options, person.wishes[wish]);
        }
        if (person.mayGoWithout) Movers.set(options, none);
        return options;
    }

    /** Gives a person the best rank they can have, and leaves them only the options of that rank. */
    private void drawRank(int number) {
        Person person = staffing.people.get(number);
        int better = betterThanNow(number, person);
        if (better >= 0) move(number, better);
        int rank = staffing.rank(person);
        long[] ofThatRank = movers.of(number);
        movers.leave(number);
        for (int option = 0; option < nodes; option++) {
            if (Movers.has(ofThatRank, option) && person.rank(option, none) != rank) Movers.clear(ofThatRank, option);
        }
        if (isMany(ofThatRank)) movers.arrive(number, ofThatRank);
    }

    /** An option of the best rank that is possible, negative if that is the rank they have. */
    private int betterThanNow(int number, Person person) {
        int now = staffing.rank(person);
        boolean searched = false;
        for (int wish = 0; wish < person.wishes.length && (now == 0 || person.ranks[wish] < now); wish++) {
            if (!person.isPossible(wish)) continue;
            if (!searched) search(person.at);
            searched = true;
            if (Movers.has(reached, person.wishes[wish])) return person.wishes[wish];
        }
        if (now != 0 || person.others == null) return -1;
        if (!searched) search(person.at);
        return Movers.first(movers.of(number), reached);
    }

    /** Gives a person, whose options all have the same rank, the first of them that they can have. */
    private void drawOption(int number) {
        search(staffing.people.get(number).at);
        int first = Movers.first(movers.of(number), reached);
        if (first != staffing.people.get(number).at) move(number, first);
        movers.leave(number);
    }

    /** Finds from which options a chain of moves leads to this one. */
    private void search(int end) {
        Arrays.fill(reached, 0);
        Movers.set(reached, end);
        int size = 0;
        queue[size++] = end;
        for (int next = 0; next < size; next++) {
            int to = queue[next];
            for (int word = 0; word < words; word++) {
                long from = movers.into(to, word);
                if (to == none) from |= roomy[word];
                if (word == none / Long.SIZE && Movers.has(taken, to)) from |= 1L << none;
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
        int[] moving = new int[nodes];
        int[] stops = new int[nodes + 1];
        int length = 0;
        for (int stop = option; stop != end; stop = onward[stop]) {
            stops[length] = stop;
            moving[length++] = movers.isMove(stop, onward[stop]) ? movers.mover(stop, onward[stop]) : -1;
        }
        stops[length] = end;
        relocate(person, option);
        for (int i = 0; i < length; i++) {
            if (moving[i] >= 0) relocate(moving[i], stops[i + 1]);
        }
    }

    private void relocate(int number, int option) {
        Person person = staffing.people.get(number);
        long[] options = movers.of(number);
        movers.leave(number);
        staffing.load[person.at]--;
        measure(person.at);
        person.at = option;
        staffing.load[option]++;
        measure(option);
        movers.arrive(number, options);
    }

    private void measure(int option) {
        if (option == none || !staffing.flexible.get(option)) return;
        if (staffing.load[option] < staffing.places[option]) Movers.set(roomy, option);
        else Movers.clear(roomy, option);
        if (staffing.load[option] > 0) Movers.set(taken, option);
        else Movers.clear(taken, option);
    }

    private static boolean isMany(long[] options) {
        int size = 0;
        for (long word : options) size += Long.bitCount(word);
        return size > 1;
    }
}
