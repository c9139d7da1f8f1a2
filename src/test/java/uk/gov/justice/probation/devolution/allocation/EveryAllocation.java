package uk.gov.justice.probation.devolution.allocation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A second method, written from the definition alone: it tries every allocation that the hard rules permit. It shares
 * no code with the solver except the records of the request.
 */
final class EveryAllocation {
    private final AllocationRequest request;
    private final List<Applicant> people;
    private final int longestList;
    private final List<Way> ways = new ArrayList<>();
    private final List<Long> least;
    private final Way drawn;

    /** One allocation: an option or null for each person, in the order of the lottery. */
    record Way(List<String> options, List<Integer> ranks, List<Long> score) {}

    EveryAllocation(AllocationRequest request, Map<String, String> fixed) {
        this.request = request;
        this.people = request.applicants().stream()
                .sorted(Comparator.comparing(applicant -> hash(request.seed(), applicant.person())))
                .toList();
        this.longestList =
                people.stream().mapToInt(person -> person.ranked().size()).max().orElse(0);
        int[] left = request.places().stream().mapToInt(Place::places).toArray();
        extend(new String[people.size()], 0, left, fixed);
        this.least = bestScore(way -> true);
        this.drawn = draw();
    }

    private static String hash(long seed, String person) {
        try {
            byte[] id = person.getBytes(StandardCharsets.UTF_8);
            byte[] text =
                    ByteBuffer.allocate(8 + id.length).putLong(seed).put(id).array();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void extend(String[] chosen, int person, int[] left, Map<String, String> fixed) {
        if (person == people.size()) {
            ways.add(way(chosen));
            return;
        }
        Applicant applicant = people.get(person);
        boolean isFixed = fixed.containsKey(applicant.person());
        if (!isFixed || fixed.get(applicant.person()) == null) {
            chosen[person] = null;
            extend(chosen, person + 1, left, fixed);
        }
        for (int option = 0; option < left.length; option++) {
            String id = request.places().get(option).option();
            if (left[option] == 0 || isFixed && !id.equals(fixed.get(applicant.person()))) continue;
            Verdict verdict = applicant.verdicts().get(id);
            if (verdict == null || !verdict.allowed()) continue;
            left[option]--;
            chosen[person] = id;
            extend(chosen, person + 1, left, fixed);
            left[option]++;
        }
    }

    private Way way(String[] chosen) {
        List<Integer> ranks = IntStream.range(0, chosen.length)
                .mapToObj(i -> rank(people.get(i), chosen[i]))
                .toList();
        long unplaced = ranks.stream().filter(rank -> rank == 0).count();
        List<Long> score = new ArrayList<>(List.of(unplaced));
        List<Long> counts = IntStream.rangeClosed(
                        1, request.notAskedRank() == null ? longestList + 1 : request.notAskedRank())
                .mapToObj(rank -> ranks.stream().filter(each -> each == rank).count())
                .toList();
        switch (request.objective()) {
            case GREEDY -> counts.forEach(count -> score.add(-count));
            case GENEROUS -> score.addAll(counts.reversed());
            case BALANCED ->
                score.add(ranks.stream().mapToLong(Integer::longValue).sum());
            case DRAW -> throw new IllegalArgumentException("The draw is compared by its turns.");
        }
        return new Way(new ArrayList<>(Arrays.asList(chosen)), ranks, score);
    }

    private int rank(Applicant applicant, String option) {
        if (option == null) return 0;
        int place = applicant.ranked().indexOf(option);
        if (place >= 0) return place + 1;
        if (request.notAskedRank() != null) return request.notAskedRank();
        return applicant.ranked().isEmpty()
                ? longestList + 1
                : applicant.ranked().size() + 1;
    }

    List<Applicant> inLotteryOrder() {
        return people;
    }

    List<Way> all() {
        return ways;
    }

    /** The lowest score, level by level, among the allocations that meet this condition; null if there are none. */
    List<Long> bestScore(Predicate<Way> condition) {
        return ways.stream()
                .filter(condition)
                .map(Way::score)
                .min(EveryAllocation::compare)
                .orElse(null);
    }

    List<Long> bestScore() {
        return least;
    }

    Way drawn() {
        return drawn;
    }

    List<Way> best() {
        return ways.stream().filter(way -> way.score().equals(least)).toList();
    }

    /**
     * The definition of the lottery: of the best allocations, the one that is best for the first person, then for the
     * second, and so on; then the first options.
     */
    private Way draw() {
        List<Way> left = best();
        for (int person = 0; person < people.size(); person++) {
            int at = person;
            int best = left.stream().mapToInt(way -> preference(way, at)).min().orElseThrow();
            left = left.stream().filter(way -> preference(way, at) == best).toList();
        }
        for (int person = 0; person < people.size(); person++) {
            int at = person;
            String first = left.stream()
                    .map(way -> String.valueOf(way.options().get(at)))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            left = left.stream()
                    .filter(way -> String.valueOf(way.options().get(at)).equals(first))
                    .toList();
        }
        if (left.size() != 1)
            throw new IllegalStateException("The definition leaves %d allocations.".formatted(left.size()));
        return left.getFirst();
    }

    static int preference(Way way, int person) {
        int rank = way.ranks().get(person);
        return rank == 0 ? Integer.MAX_VALUE : rank;
    }

    static int compare(List<Long> one, List<Long> other) {
        return Arrays.compare(
                one.stream().mapToLong(Long::longValue).toArray(),
                other.stream().mapToLong(Long::longValue).toArray());
    }
}
