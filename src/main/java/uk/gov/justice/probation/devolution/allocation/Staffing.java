package uk.gov.justice.probation.devolution.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request with numbers for names: options in the order of their ids, people in the order of the lottery. What is
 * known about the best allocations narrows it.
 */
final class Staffing {
    final String[] options;
    final int[] places;
    /** Stands for having no option, and for a place that nobody has. */
    final int none;

    final List<Person> people;
    /** How many people have each option. */
    final int[] load;
    /** The options of which more or fewer places may be taken in another best allocation. */
    final BitSet flexible;

    private final int ranks;

    private Staffing(String[] options, int[] places, List<Person> people, int ranks) {
        this.options = options;
        this.places = places;
        this.none = options.length;
        this.people = people;
        this.ranks = ranks;
        this.load = new int[options.length + 1];
        this.flexible = new BitSet();
        flexible.set(0, options.length);
    }

    static Staffing of(AllocationRequest request, Map<String, String> fixed) {
        var placesOf = new TreeMap<String, Integer>();
        request.places().forEach(place -> placesOf.put(place.option(), place.places()));
        String[] options = placesOf.keySet().toArray(String[]::new);
        int[] places = placesOf.values().stream().mapToInt(Integer::intValue).toArray();
        int longestList = request.applicants().stream()
                .mapToInt(applicant -> applicant.ranked().size())
                .max()
                .orElse(0);

        int last = request.notAskedRank() == null ? longestList + 1 : request.notAskedRank();
        var reading = new Reading(options, longestList, request.notAskedRank());
        var people = new ArrayList<Person>(request.applicants().size());
        for (Applicant applicant : LotteryOrder.of(request.applicants(), request.seed()))
            people.add(reading.person(applicant, fixed.containsKey(applicant.person())));
        var staffing = new Staffing(options, places, people, last);
        staffing.decide(fixed);
        staffing.recount();
        return staffing;
    }

    private void decide(Map<String, String> fixed) {
        int found = 0;
        for (Person person : people) {
            person.at = none;
            if (!person.decided) continue;
            found++;
            String id = person.applicant.person();
            String option = fixed.get(id);
            if (option == null) {
                person.decide(none, none);
                continue;
            }
            int number = Arrays.binarySearch(options, option);
            if (number < 0)
                throw new IllegalArgumentException(
                        "Person %s is to have option %s, which is not among the places.".formatted(id, option));
            Verdict verdict = person.applicant.verdict(option);
            if (!verdict.allowed())
                throw new IllegalArgumentException("Person %s is to have option %s, which is not allowed: %s."
                        .formatted(id, option, verdict.why()));
            person.decide(number, none);
            if (++load[number] > places[number]) {
                throw new IllegalArgumentException(
                        "More people are to have option %s than it has places (%d). Leave somebody out, or add a place."
                                .formatted(option, places[number]));
            }
        }
        if (found < fixed.size())
            throw new IllegalArgumentException("%d of the people whose places are given are not among the applicants."
                    .formatted(fixed.size() - found));
    }

    /** The worst rank anybody can have. */
    int ranks() {
        return ranks;
    }

    int rank(Person person) {
        return person.rank(person.at, none);
    }

    boolean isSettled() {
        return people.stream().allMatch(Person::isSettled);
    }

    /**
     * The most moves that a closed chain can have which passes no option, and having none, twice: it stays among
     * options between which people can move, roles for example.
     */
    int longestChain() {
        return Math.max(1, Math.min(mostConnected() + 1, people.size()));
    }

    private int mostConnected() {
        BitSet left = new BitSet();
        left.set(0, options.length);
        Set<Pool> pools = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Person person : people) {
            if (person.open != null) pools.add(person.open);
        }
        int most = 0;
        for (int option = left.nextSetBit(0); option >= 0; option = left.nextSetBit(0)) {
            BitSet connected = new BitSet();
            connected.set(option);
            for (int before = 0; before < connected.cardinality(); ) {
                before = connected.cardinality();
                for (Pool pool : pools) {
                    if (pool.options().intersects(connected)) connected.or(pool.options());
                }
            }
            most = Math.max(most, connected.cardinality());
            left.andNot(connected);
        }
        return most;
    }

    /** The most nodes a network of these people and options can have. */
    int mostNodes() {
        return 2 * people.size() + options.length + 2;
    }

    void recount() {
        Arrays.fill(load, 0);
        for (Person person : people) load[person.at]++;
    }

    /** Gives numbers to the options in applicants' rankings and verdicts; verdicts that people share are read once. */
    private static final class Reading {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<Map<String, Verdict>, Open> poolsRead = new IdentityHashMap<>();
        private final Map<BitSet, Pool> pools = new HashMap<>();
        private final int longestList;
        private final Integer notAskedRank;

        /** What somebody may be given, and what of it without consent to a long journey; null for nothing. */
        private record Open(Pool all, Pool near) {}

        Reading(String[] options, int longestList, Integer notAskedRank) {
            for (int i = 0; i < options.length; i++) numbers.put(options[i], i);
            this.longestList = longestList;
            this.notAskedRank = notAskedRank;
        }

        Person person(Applicant applicant, boolean decided) {
            Open open = poolsRead.computeIfAbsent(applicant.verdicts(), verdicts -> open(applicant));
            List<String> ranked = applicant.ranked();
            int[] wishes = new int[ranked.size()];
            int[] ranks = new int[ranked.size()];
            int allowed = 0;
            for (int i = 0; i < wishes.length; i++) {
                int option = numbers.get(ranked.get(i));
                if (open.all() == null || !open.all().contains(option)) continue;
                wishes[allowed] = option;
                ranks[allowed++] = i + 1;
            }
            int unrankedRank =
                    notAskedRank == null ? 1 + (ranked.isEmpty() ? longestList : ranked.size()) : notAskedRank;
            return new Person(
                    applicant,
                    decided,
                    Arrays.copyOf(wishes, allowed),
                    Arrays.copyOf(ranks, allowed),
                    unrankedRank,
                    open.all(),
                    open.near());
        }

        private Open open(Applicant applicant) {
            var allowed = new BitSet();
            var near = new BitSet();
            applicant.verdicts().forEach((option, verdict) -> {
                Integer number = numbers.get(option);
                if (number == null)
                    throw new IllegalArgumentException(
                            "There is a verdict for person %s on option %s, which is not among the places."
                                    .formatted(applicant.person(), option));
                if (verdict.allowed()) allowed.set(number);
                if (verdict.near()) near.set(number);
            });
            return new Open(pool(allowed), pool(near));
        }

        private Pool pool(BitSet options) {
            return options.isEmpty() ? null : pools.computeIfAbsent(options, Pool::of);
        }
    }
}
