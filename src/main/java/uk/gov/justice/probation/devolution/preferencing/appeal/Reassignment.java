package uk.gov.justice.probation.devolution.preferencing.appeal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.allocation.Allocation;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Allocator;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Place;
import uk.gov.justice.probation.devolution.allocation.Placed;
import uk.gov.justice.probation.devolution.allocation.Verdict;

/**
 * Allocates again, only for the people affected by an appeal; everybody else keeps their place. Affected people who
 * have a place keep it or get a better choice. As few of the others as possible are left without one. Beyond that, the
 * consultation's objective and lottery decide as before.
 */
final class Reassignment {
    private static final String NONE = "none";

    /**
     * Somebody who is waiting for a place, or for a better one.
     *
     * @param number in the lottery
     * @param has the option they have; null if they have no place
     * @param ranked what they asked for, best first
     * @param verdicts whether they may have each option of their role
     */
    record Affected(String person, String number, String has, List<String> ranked, Map<String, Verdict> verdicts) {
        Affected(String person, String has, List<String> ranked, Map<String, Verdict> verdicts) {
            this(person, person, has, ranked, verdicts);
        }

        /**
         * The allowed choices they ranked above their present place, best first; all their allowed choices if they have
         * none.
         */
        List<String> betterChoices() {
            List<String> before = has != null && ranked.contains(has) ? ranked.subList(0, ranked.indexOf(has)) : ranked;
            return before.stream().filter(this::allowed).toList();
        }

        private boolean allowed(String option) {
            return verdicts.containsKey(option) && verdicts.get(option).allowed();
        }

        private Applicant applicant(boolean mayStayWithout) {
            if (has != null) {
                List<String> wanted = new ArrayList<>(betterChoices());
                wanted.add(has);
                return new Applicant(
                        person,
                        number,
                        wanted,
                        wanted.stream()
                                .collect(Collectors.toMap(
                                        option -> option,
                                        option -> option.equals(has) ? Verdict.yes() : verdicts.get(option))));
            }
            if (!mayStayWithout) return new Applicant(person, number, ranked, verdicts);
            Map<String, Verdict> orNone = new HashMap<>(verdicts);
            orNone.put(NONE, Verdict.yes());
            return new Applicant(person, number, ranked, orNone);
        }
    }

    private Reassignment() {}

    /**
     * The place each of them has afterwards; null for no place.
     *
     * @param free for every option, the places that nobody has
     * @param oneLevel whether a place that was not asked for counts the same for everybody
     */
    static Map<String, String> of(
            List<Affected> affected, Map<String, Integer> free, Objective objective, long seed, boolean oneLevel) {
        Map<String, Integer> places = new LinkedHashMap<>(free);
        affected.stream()
                .filter(person -> person.has() != null)
                .forEach(person -> places.merge(person.has(), 1, Integer::sum));
        if (objective == Objective.DRAW) return options(drawn(affected, places, seed));
        Allocation best = solve(affected, places, false, objective, seed, oneLevel);
        int without = best.score().unplaced();
        if (without > 0) {
            // As many as necessary may stay without a place, but nobody who has one: the largest matching can always be
            // chosen so that it covers those who are already placed.
            places.put(NONE, without);
            best = solve(affected, places, true, objective, seed, oneLevel);
        }
        return options(best);
    }

    private static Map<String, String> options(Allocation allocation) {
        Map<String, String> after = new LinkedHashMap<>();
        for (Placed placed : allocation.placed())
            after.put(placed.person(), NONE.equals(placed.option()) ? null : placed.option());
        return after;
    }

    private static Allocation drawn(List<Affected> affected, Map<String, Integer> places, long seed) {
        Map<String, String> holding = affected.stream()
                .filter(person -> person.has() != null)
                .collect(Collectors.toMap(Affected::person, Affected::has));
        return Allocator.redraw(request(affected, places, false, Objective.DRAW, seed, true), holding);
    }

    private static Allocation solve(
            List<Affected> affected,
            Map<String, Integer> places,
            boolean mayStayWithout,
            Objective objective,
            long seed,
            boolean oneLevel) {
        return Allocator.allocate(request(affected, places, mayStayWithout, objective, seed, oneLevel));
    }

    private static AllocationRequest request(
            List<Affected> affected,
            Map<String, Integer> places,
            boolean mayStayWithout,
            Objective objective,
            long seed,
            boolean oneLevel) {
        int longestList = affected.stream()
                .mapToInt(person -> person.ranked().size() + 1)
                .max()
                .orElse(0);
        return new AllocationRequest(
                places.entrySet().stream()
                        .map(place -> new Place(place.getKey(), place.getValue()))
                        .toList(),
                affected.stream()
                        .map(person -> person.applicant(mayStayWithout))
                        .toList(),
                objective,
                seed,
                oneLevel ? Integer.valueOf(longestList + 1) : null);
    }
}
