package uk.gov.justice.probation.devolution.allocation;

import java.util.Arrays;
import java.util.Map;

/**
 * The aim {@link Objective#DRAW}: in the order of the lottery, everybody gets the first place of their list that leaves
 * no more people without one than there must be. It is known at each turn by a largest matching of those who are not
 * settled to the places that are near for them, which is changed along chains of moves: whether somebody can have an
 * option is whether such a chain leads from there to where they are, or to a place that is free.
 */
final class Turns {
    private final Staffing staffing;
    private final int none;
    private final Movers movers;
    /** What those who are settled leave: by option, how many they are, and whose turn took the last place. */
    private final int[] settled;

    private final int[] fullAfter;
    /** Of who waits: the near options that were possible at their turn. */
    private final long[][] possible;

    private final long[] roomy;
    /** The last search: what was reached, and the option to go on to from each, negative for a free place. */
    private final long[] reached;

    private final int[] onward;
    private final int[] queue;

    private Turns(Staffing staffing) {
        this.staffing = staffing;
        this.none = staffing.none;
        this.movers = new Movers(staffing);
        this.settled = new int[none + 1];
        this.fullAfter = new int[none + 1];
        this.possible = new long[staffing.people.size()][];
        this.roomy = new long[movers.words];
        this.reached = new long[movers.words];
        this.onward = new int[movers.nodes];
        this.queue = new int[movers.nodes];
        Arrays.fill(fullAfter, Integer.MAX_VALUE);
    }

    /**
     * Settles everybody.
     *
     * @param holding option by person, of those who have a place and may not be left without
     */
    static Turns taken(Staffing staffing, Map<String, String> holding) {
        var turns = new Turns(staffing);
        turns.begin(holding);
        for (int person = 0; person < turns.possible.length; person++) turns.turn(person);
        for (int person = 0; person < turns.possible.length; person++) {
            if (turns.possible[person] != null) turns.end(person);
        }
        return turns;
    }

    /** Whether all places of an option had gone to people before this one's turn. */
    boolean wasFull(int option, int person) {
        return fullAfter[option] < person;
    }

    /** The number in the lottery of whoever took the last place, 0 if all were given beforehand. */
    int lastAt(int option) {
        return fullAfter[option] + 1;
    }

    /** Whether a person who waited could have had an option by naming it. */
    boolean couldHaveNamed(int option, int person) {
        return possible[person] != null && Movers.has(possible[person], option);
    }

    /** How many more people would have a place if every consent had been known from the start. */
    static int moreWithEveryConsent(Staffing staffing) {
        boolean anyConsent = staffing.people.stream().anyMatch(person -> person.open != person.near);
        if (!anyConsent || staffing.load[staffing.none] == 0) return 0;
        int[] at = staffing.people.stream().mapToInt(person -> person.at).toArray();
        var turns = new Turns(staffing);
        for (int number = 0; number < at.length; number++) {
            Person person = staffing.people.get(number);
            if (!person.decided && person.open != null)
                turns.movers.arrive(number, turns.options(person.open, person.at == turns.none));
        }
        for (int option = 0; option < turns.none; option++) turns.measure(option);
        int before = staffing.load[turns.none];
        turns.augment();
        int more = before - staffing.load[turns.none];
        for (int number = 0; number < at.length; number++) staffing.people.get(number).at = at[number];
        staffing.recount();
        return more;
    }

    private void begin(Map<String, String> holding) {
        for (int number = 0; number < possible.length; number++) {
            Person person = staffing.people.get(number);
            if (person.decided) settle(person.at, -1);
            String held = holding.get(person.applicant.person());
            if (held != null) put(person, Arrays.binarySearch(staffing.options, held));
        }
        for (Person person : staffing.people) {
            for (int wish = 0; isWithoutTurn(person) && wish < person.wishes.length; wish++) {
                if (person.near.contains(person.wishes[wish]) && hasRoom(person.wishes[wish]))
                    put(person, person.wishes[wish]);
            }
        }
        for (Person person : staffing.people) {
            if (!isWithoutTurn(person)) continue;
            for (int option : person.near.members()) {
                if (!hasRoom(option)) continue;
                put(person, option);
                break;
            }
        }
        for (int option = 0; option < none; option++) measure(option);
        for (int number = 0; number < possible.length; number++) {
            Person person = staffing.people.get(number);
            if (person.decided || person.near == null) continue;
            movers.arrive(number, options(person.near, !holding.containsKey(person.applicant.person())));
        }
        augment();
    }

    private boolean isWithoutTurn(Person person) {
        return !person.decided && person.near != null && person.at == none;
    }

    private boolean hasRoom(int option) {
        return staffing.load[option] < staffing.places[option];
    }

    private void put(Person person, int option) {
        staffing.load[person.at]--;
        person.at = option;
        staffing.load[option]++;
    }

    private long[] options(Pool pool, boolean orNone) {
        long[] options = Arrays.copyOf(pool.options().toLongArray(), movers.words);
        if (orNone) Movers.set(options, none);
        return options;
    }

    private void turn(int number) {
        Person person = staffing.people.get(number);
        if (person.decided) return;
        if (person.wishes.length > 0 && person.wishes[0] == person.at) {
            leave(number);
            settle(person.at, number);
            return;
        }
        search(person.at);
        int choice = choice(person);
        if (choice >= 0) {
            boolean near = person.near != null && person.near.contains(choice);
            if (choice != person.at) move(number, choice);
            leave(number);
            settle(choice, number);
            if (!near) augment();
            return;
        }
        int first = person.near == null ? -1 : Movers.first(options(person.near, false), reached);
        if (first >= 0) await(number, first);
        else leave(number);
    }

    private void await(int number, int first) {
        Person person = staffing.people.get(number);
        long[] left = options(person.near, false);
        for (int word = 0; word < left.length; word++) left[word] &= reached[word];
        if (person.at == none) move(number, first);
        leave(number);
        possible[number] = left;
        movers.arrive(number, left);
    }

    private int choice(Person person) {
        for (int option : person.wishes) {
            if (Movers.has(reached, option)) return option;
        }
        return -1;
    }

    private void end(int number) {
        Person person = staffing.people.get(number);
        search(person.at);
        int first = Movers.first(possible[number], reached);
        if (first != person.at) move(number, first);
        leave(number);
    }

    private void settle(int option, int number) {
        if (option != none && ++settled[option] == staffing.places[option]) fullAfter[option] = number;
    }

    private void leave(int number) {
        if (movers.of(number) != null) movers.leave(number);
    }

    /** Gives a place to whoever can have one without anybody losing theirs. */
    private void augment() {
        while (true) {
            Arrays.fill(reached, 0);
            spread(room(0));
            if (!Movers.has(reached, none)) return;
            int person = movers.mover(none, onward[none]);
            move(person, onward[none]);
        }
    }

    /** Finds from which options a chain of moves leads to this one, or to a free place. */
    private void search(int end) {
        Arrays.fill(reached, 0);
        Movers.set(reached, end);
        queue[0] = end;
        spread(room(1));
    }

    private int room(int size) {
        for (int word = 0; word < movers.words; word++) {
            long free = roomy[word] & ~reached[word];
            reached[word] |= free;
            for (; free != 0; free &= free - 1) {
                int option = word * Long.SIZE + Long.numberOfTrailingZeros(free);
                onward[option] = -1;
                queue[size++] = option;
            }
        }
        return size;
    }

    private void spread(int size) {
        for (int next = 0; next < size; next++) {
            int to = queue[next];
            for (int word = 0; word < movers.words; word++) {
                long from = movers.into(to, word) & ~reached[word];
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
        int[] moving = new int[movers.nodes];
        int[] stops = new int[movers.nodes];
        int length = 0;
        for (int stop = option; stop != end && onward[stop] >= 0; stop = onward[stop]) {
            moving[length] = movers.mover(stop, onward[stop]);
            stops[length++] = onward[stop];
        }
        relocate(person, option);
        for (int i = 0; i < length; i++) relocate(moving[i], stops[i]);
    }

    private void relocate(int number, int option) {
        Person person = staffing.people.get(number);
        long[] options = movers.of(number);
        if (options != null) movers.leave(number);
        staffing.load[person.at]--;
        measure(person.at);
        person.at = option;
        staffing.load[option]++;
        measure(option);
        if (options != null) movers.arrive(number, options);
    }

    private void measure(int option) {
        if (option == none) return;
        if (hasRoom(option)) Movers.set(roomy, option);
        else Movers.clear(roomy, option);
    }
}
