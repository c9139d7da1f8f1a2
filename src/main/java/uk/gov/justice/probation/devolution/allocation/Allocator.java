package uk.gov.justice.probation.devolution.allocation;

import java.util.List;
import java.util.Map;

/**
 * Assigns staff to places: exactly, and so that the same request has the same answer on any machine.
 * {@code src/docs/allocation.md} says how anybody can recompute it.
 *
 * <ul>
 *   <li>Nobody gets an option that a verdict forbids, and no option takes more people than it has places.
 *   <li>As few people as possible are left without a place; then the {@link Objective} decides.
 *   <li>An allowed option that somebody did not ask for has the request's rank for that.
 *   <li>Of the allocations that are equally good, the one is taken in which the person first in the lottery has the
 *       best rank, then the second, and so on. People whose rank is settled but whose option is not (they ranked none
 *       of those left) then get, in the same order, the option whose id sorts first.
 *   <li>The {@link Objective#DRAW} has no optimum beyond the first two: there everybody has a turn.
 * </ul>
 */
public final class Allocator {
    private static final long LARGEST_SCALED_COST = 1L << 60;

    private Allocator() {}

    public static Allocation allocate(AllocationRequest request) {
        return allocate(request, Map.of());
    }

    /**
     * The best allocation in which some people's places are given: for a panel's move, or for an appeal where only some
     * may change.
     *
     * @param fixed option by person, null for no place
     * @throws IllegalArgumentException if a person or option is unknown, an option is not allowed for its person, or
     *     more people are given an option than it has places
     */
    public static Allocation allocate(AllocationRequest request, Map<String, String> fixed) {
        return allocate(request, fixed, LARGEST_SCALED_COST);
    }

    /**
     * The draw among people of whom some hold a place: they keep it or get a better choice, and nobody holding one is
     * left without.
     *
     * @param holding option by person; near for them, and with room for all who hold it
     */
    public static Allocation redraw(AllocationRequest request, Map<String, String> holding) {
        return inTurn(Staffing.of(request, Map.of()), holding, request);
    }

    private static Allocation inTurn(Staffing staffing, Map<String, String> holding, AllocationRequest request) {
        Turns turns = Turns.taken(staffing, holding);
        return Explanations.of(staffing, turns, request);
    }

    /**
     * With the largest cost times nodes that one solve may have: smaller, and the levels of the objective are solved in
     * more parts.
     */
    static Allocation allocate(AllocationRequest request, Map<String, String> fixed, long largestScaledCost) {
        Staffing staffing = Staffing.of(request, fixed);
        if (request.objective() == Objective.DRAW) return inTurn(staffing, Map.of(), request);
        List<Level> levels = Level.of(request.objective(), staffing.ranks());
        while (!levels.isEmpty() && !staffing.isSettled()) {
            Weights weights = best(staffing, levels, largestScaledCost / staffing.mostNodes());
            Chains.in(staffing, weights).narrow();
            levels = levels.subList(weights.levels().size(), levels.size());
        }
        new Draw(staffing).run();
        return Explanations.of(staffing, null, request);
    }

    /** Moves everybody to a best allocation under as many levels as one solve can take. */
    private static Weights best(Staffing staffing, List<Level> levels, long largestCost) {
        while (true) {
            Weights weights = Weights.of(levels, staffing.longestChain(), largestCost);
            if (Flow.best(staffing, weights)) return weights;
            if (weights.levels().size() == 1)
                throw new IllegalStateException("%d people and %d options are too many for OR-Tools."
                        .formatted(staffing.people.size(), staffing.none));
            levels = weights.levels().subList(0, weights.levels().size() - 1);
        }
    }
}
