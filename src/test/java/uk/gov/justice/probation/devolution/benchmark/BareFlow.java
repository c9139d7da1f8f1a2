package uk.gov.justice.probation.devolution.benchmark;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Applicant;
import uk.gov.justice.probation.devolution.allocation.Objective;

/**
 * The ceiling for an allocation: its network is given to OR-Tools ready-made and solved once, with weights for all
 * levels of the objective together. There is no lottery, no reasons, no reading of requests and no proof that the
 * weights are large enough. In the shared form, as in the product, people who are alike are one node, and people who
 * may take the same options share the arcs to those they did not rank; otherwise everybody is a node and has an arc to
 * each option.
 */
final class BareFlow {
    private final List<long[]> arcs = new ArrayList<>();
    private final long[] supplies;
    private final long[] costs;

    BareFlow(AllocationRequest request, int choices, int sites, boolean shared) {
        Loader.loadNativeLibraries();
        int options = request.places().size();
        this.costs = costs(request.objective(), choices + 1, 2 * (sites + 1) + 1);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < options; i++) numbers.put(request.places().get(i).option(), i);
        Map<Object, List<Applicant>> groups = new LinkedHashMap<>();
        Map<Set<String>, Integer> pools = new LinkedHashMap<>();
        for (Applicant applicant : request.applicants()) {
            groups.computeIfAbsent(
                            shared ? List.of(applicant.ranked(), allowed(applicant)) : applicant.person(),
                            key -> new ArrayList<>())
                    .add(applicant);
            if (shared) pools.putIfAbsent(allowed(applicant), pools.size());
        }
        int firstOption = groups.size() + pools.size();
        int end = firstOption + options;
        this.supplies = new long[end + 1];
        int node = 0;
        for (List<Applicant> group : groups.values()) {
            Applicant one = group.getFirst();
            Set<String> allowed = allowed(one);
            int people = group.size();
            supplies[node] = people;
            supplies[end] -= people;
            int rank = 0;
            for (String option : one.ranked()) {
                rank++;
                if (allowed.contains(option))
                    arcs.add(new long[] {node, firstOption + numbers.get(option), people, costs[rank]});
            }
            long unranked = costs[request.notAskedRank()];
            if (shared) {
                arcs.add(new long[] {node, groups.size() + pools.get(allowed), people, unranked});
            } else {
                for (String option : allowed) {
                    if (!one.ranked().contains(option))
                        arcs.add(new long[] {node, firstOption + numbers.get(option), people, unranked});
                }
            }
            arcs.add(new long[] {node++, end, people, costs[0]});
        }
        pools.forEach((allowed, pool) -> allowed.forEach(option -> arcs.add(new long[] {
            groups.size() + pool,
            firstOption + numbers.get(option),
            request.places().get(numbers.get(option)).places(),
            0
        })));
        for (int i = 0; i < options; i++)
            arcs.add(new long[] {firstOption + i, end, request.places().get(i).places(), 0});
    }

    /** By rank, where 0 is no place. The last level follows from the others, so one rank less has its own weight. */
    private static long[] costs(Objective objective, int ranks, long base) {
        long[] costs = new long[ranks + 1];
        for (int rank = 1; rank <= ranks; rank++) {
            costs[rank] = switch (objective) {
                case GREEDY, DRAW -> power(base, ranks - 2) - (rank == ranks ? 0 : power(base, ranks - 1 - rank));
                case GENEROUS -> rank == 1 ? 0 : power(base, rank - 2);
                case BALANCED -> rank;
            };
        }
        costs[0] = objective == Objective.BALANCED ? base * ranks : power(base, ranks - 1);
        return costs;
    }

    private static long power(long base, int exponent) {
        return exponent == 0 ? 1 : Math.multiplyExact(base, power(base, exponent - 1));
    }

    private static Set<String> allowed(Applicant applicant) {
        return applicant.verdicts().entrySet().stream()
                .filter(entry -> entry.getValue().allowed())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    int arcs() {
        return arcs.size();
    }

    int nodes() {
        return supplies.length;
    }

    /**
     * @return the bytes that the network took outside the heap, not counting memory that the process already had free
     */
    long solve(AllocationBenchmark.Best solving) throws IOException {
        long before = AllocationBenchmark.resident();
        var network = new MinCostFlow();
        try {
            for (long[] arc : arcs) network.addArcWithCapacityAndUnitCost((int) arc[0], (int) arc[1], arc[2], arc[3]);
            for (int node = 0; node < supplies.length; node++) network.setNodeSupply(node, supplies[node]);
            solving.of(() -> {
                if (network.solve() != Status.OPTIMAL)
                    throw new IllegalStateException("OR-Tools has no answer to the bare network.");
            });
            return AllocationBenchmark.resident() - before;
        } finally {
            network.delete();
        }
    }
}
