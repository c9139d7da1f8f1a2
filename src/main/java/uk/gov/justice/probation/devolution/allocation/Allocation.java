package uk.gov.justice.probation.devolution.allocation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one right assignment of a request's people to its places.
 *
 * @param placed everybody, in the order of the lottery
 * @param free the places left over, every option once, in the order of their ids
 * @param notAskedRank the request's rank of a place that somebody did not ask for, null if that is after their own last
 * @param moreWithEveryConsent in the draw, how many more people would have a place if every consent to a long journey
 *     had been known before the first turn
 */
public record Allocation(
        Objective objective,
        long seed,
        List<Placed> placed,
        Score score,
        List<Place> free,
        Integer notAskedRank,
        int moreWithEveryConsent) {
    public Allocation {
        placed = List.copyOf(placed);
        free = List.copyOf(free);
    }

    public Map<String, Placed> byPerson() {
        return placed.stream().collect(Collectors.toMap(Placed::person, Function.identity()));
    }

    /**
     * Who has another place in the other allocation, of the same people, than in this one: in the order of this
     * allocation's lottery.
     */
    public List<Change> changesTo(Allocation other) {
        Map<String, Placed> after = other.byPerson();
        return placed.stream()
                .map(before -> new Change(before, after.get(before.person())))
                .filter(change -> change.after() != null
                        && !Objects.equals(
                                change.before().option(), change.after().option()))
                .toList();
    }

    /** One person's place in two allocations. */
    public record Change(Placed before, Placed after) {}
}
