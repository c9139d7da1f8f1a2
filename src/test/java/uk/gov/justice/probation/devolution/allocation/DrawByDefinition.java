package uk.gov.justice.probation.devolution.allocation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The draw word by word: m is found by trying every way in which the others could be placed. It shares no code with the
 * solver except the records of the request.
 */
final class DrawByDefinition {
    private static final int IMPOSSIBLE = Integer.MAX_VALUE;

    private final Map<String, Integer> left = new TreeMap<>();
    private final List<Applicant> inOrder;
    /** Who has had a turn, and what they have; null for none. */
    final Map<String, String> settled = new LinkedHashMap<>();

    final Map<String, Set<String>> waiting = new LinkedHashMap<>();
    /** By person: the options that were full at their turn. */
    final Map<String, Set<String>> full = new HashMap<>();
    /** By person: the options that were full at their turn, or whose places those who wait must have. */
    final Map<String, Set<String>> kept = new HashMap<>();

    DrawByDefinition(AllocationRequest request, Map<String, String> fixed) {
        request.places().forEach(place -> left.put(place.option(), place.places()));
        inOrder = request.applicants().stream()
                .sorted(Comparator.comparing(applicant -> hash(request.seed(), applicant.person())))
                .toList();
        fixed.forEach(this::settle);
        for (Applicant person : inOrder) {
            if (!fixed.containsKey(person.person())) turn(person);
        }
        for (Applicant person : inOrder) {
            Set<String> possible = waiting.remove(person.person());
            if (possible == null) continue;
            settle(
                    person.person(),
                    possible.stream()
                            .filter(option -> with(person.person(), option) == 0)
                            .findFirst()
                            .orElseThrow());
        }
    }

    private void turn(Applicant person) {
        int fewest = fewest();
        full.put(person.person(), new HashSet<>(left.keySet()));
        full.get(person.person()).removeIf(option -> left.get(option) > 0);
        kept.put(person.person(), new HashSet<>(left.keySet()));
        kept.get(person.person()).removeIf(option -> with(person.person(), option) != IMPOSSIBLE);
        Set<String> near = options(person, Verdict::near);
        for (String option : person.ranked()) {
            if (person.verdict(option).allowed() && atMost(fewest, person, option)) {
                settle(person.person(), option);
                return;
            }
        }
        near.removeIf(option -> !atMost(fewest, person, option));
        if (near.isEmpty()) settle(person.person(), null);
        else waiting.put(person.person(), near);
    }

    private boolean atMost(int fewest, Applicant person, String option) {
        int unplaced = with(person.person(), option);
        return unplaced != IMPOSSIBLE && without() + unplaced <= fewest;
    }

    private int fewest() {
        return without() + others("");
    }

    private int without() {
        return (int) settled.values().stream().filter(option -> option == null).count();
    }

    /** How many of the others stay without a place at least, if this person has this option. */
    private int with(String person, String option) {
        if (left.get(option) == 0) return IMPOSSIBLE;
        left.merge(option, -1, Integer::sum);
        int unplaced = others(person);
        left.merge(option, 1, Integer::sum);
        return unplaced;
    }

    private int others(String but) {
        List<Set<String>> options = new ArrayList<>();
        List<Boolean> must = new ArrayList<>();
        for (Applicant other : inOrder) {
            String id = other.person();
            if (id.equals(but) || settled.containsKey(id)) continue;
            options.add(waiting.containsKey(id) ? waiting.get(id) : options(other, Verdict::near));
            must.add(waiting.containsKey(id));
        }
        return least(options, must, 0);
    }

    private int least(List<Set<String>> options, List<Boolean> must, int person) {
        if (person == options.size()) return 0;
        int least = IMPOSSIBLE;
        if (!must.get(person)) {
            int rest = least(options, must, person + 1);
            if (rest != IMPOSSIBLE) least = rest + 1;
        }
        for (String option : options.get(person)) {
            if (left.get(option) == 0) continue;
            left.merge(option, -1, Integer::sum);
            least = Math.min(least, least(options, must, person + 1));
            left.merge(option, 1, Integer::sum);
        }
        return least;
    }

    /** How many stay without a place at least, if every consent is known and nobody is settled. */
    static int fewestWithEveryConsent(AllocationRequest request) {
        List<Set<String>> options = new ArrayList<>();
        List<Boolean> must = new ArrayList<>();
        DrawByDefinition nobody = new DrawByDefinition(
                new AllocationRequest(request.places(), List.of(), request.objective(), request.seed()), Map.of());
        for (Applicant person : request.applicants()) {
            options.add(options(person, Verdict::allowed));
            must.add(false);
        }
        return nobody.least(options, must, 0);
    }

    private void settle(String person, String option) {
        settled.put(person, option);
        if (option != null) left.merge(option, -1, Integer::sum);
    }

    private static Set<String> options(Applicant person, Predicate<Verdict> which) {
        Set<String> options = new TreeSet<>();
        person.verdicts().forEach((option, verdict) -> {
            if (which.test(verdict)) options.add(option);
        });
        return options;
    }

    private static String hash(long seed, String person) {
        byte[] id = person.getBytes(StandardCharsets.UTF_8);
        byte[] text = ByteBuffer.allocate(8 + id.length).putLong(seed).put(id).array();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
