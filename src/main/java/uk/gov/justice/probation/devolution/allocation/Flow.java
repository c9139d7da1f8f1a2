package uk.gov.justice.probation.devolution.allocation;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase.Status;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A staffing as a network of people, pools of options, and options, in which the cheapest flow is a best allocation.
 * People with the same possibilities are one node, and the people of a pool share its arcs, so that nobody has more
 * arcs than one for each choice, one for everything else and one for no place.
 */
final class Flow {
    private final Staffing staffing;
    private final long[] cost;
    private final MinCostFlow network;
    private final List<Pool> pools = new ArrayList<>();
    private final List<Alike> groups;

    /** People with the same possibilities, and the number of their pool, negative for none. */
    private record Alike(List<Person> people, int pool) {
        Person one() {
            return people.getFirst();
        }
    }

    private Flow(Staffing staffing, Weights weights, MinCostFlow network) {
        this.staffing = staffing;
        this.cost = weights.cost();
        this.network = network;
        Map<Pool, Integer> numbers = new IdentityHashMap<>();
        Map<IntBuffer, Alike> alike = new HashMap<>();
        this.groups = new ArrayList<>();
        for (Person person : staffing.people) {
            if (person.isSettled()) continue;
            int pool = person.others == null
                    ? -1
                    : numbers.computeIfAbsent(person.others, first -> {
                        pools.add(first);
                        return pools.size() - 1;
                    });
            alike.computeIfAbsent(possibilities(person, pool), key -> {
                        groups.add(new Alike(new ArrayList<>(), pool));
                        return groups.getLast();
                    })
                    .people()
                    .add(person);
        }
    }

    private static IntBuffer possibilities(Person person, int pool) {
        int[] key = new int[3 + 2 * person.wishes.length];
        key[0] = pool;
        key[1] = person.unrankedRank;
        key[2] = person.mayGoWithout ? 1 : 0;
        for (int wish = 0, at = 3; wish < person.wishes.length; wish++) {
            if (!person.isPossible(wish)) continue;
            key[at++] = 1 + person.wishes[wish];
            key[at++] = person.ranks[wish];
        }
        return IntBuffer.wrap(key);
    }

    /**
     * Moves everybody to where a best allocation under these weights has them.
     *
     * @return false if the weights are too large for the solver: nothing has changed then
     */
    static boolean best(Staffing staffing, Weights weights) {
        loadLibraries();
        var network = new MinCostFlow();
        try {
            var flow = new Flow(staffing, weights, network);
            flow.build();
            Status status = network.solve();
            if (status == Status.BAD_COST_RANGE) return false;
            if (status != Status.OPTIMAL)
                throw new IllegalStateException("OR-Tools found no best allocation of %d people to %d options: %s."
                        .formatted(staffing.people.size(), staffing.none, status));
            flow.read();
            return true;
        } finally {
            network.delete();
        }
    }

    private static void loadLibraries() {
        try {
            Loader.loadNativeLibraries();
        } catch (RuntimeException | LinkageError cause) {
            throw new IllegalStateException(
                    "OR-Tools' libraries cannot be loaded on this machine. They are unpacked to %s: it needs 80 MB, and must allow programs to run. The packaged application brings them for Linux on x86-64 and aarch64."
                            .formatted(System.getProperty("java.io.tmpdir")),
                    cause);
        }
    }

    private void build() {
        int firstOption = groups.size() + pools.size();
        int withoutPlace = firstOption + staffing.none;
        int ending = 0;
        for (int group = 0; group < groups.size(); group++) {
            Person one = groups.get(group).one();
            int people = groups.get(group).people().size();
            network.setNodeSupply(group, people);
            ending += people;
            for (int wish = 0; wish < one.wishes.length; wish++) {
                if (one.isPossible(wish))
                    network.addArcWithCapacityAndUnitCost(
                            group, firstOption + one.wishes[wish], people, cost[one.ranks[wish]]);
            }
            if (one.others != null)
                network.addArcWithCapacityAndUnitCost(
                        group, groups.size() + groups.get(group).pool(), people, cost[one.unrankedRank]);
            if (one.mayGoWithout) network.addArcWithCapacityAndUnitCost(group, withoutPlace, people, cost[0]);
        }
        int[] room = room();
        for (int pool = 0; pool < pools.size(); pool++) {
            for (int option : pools.get(pool).members())
                network.addArcWithCapacityAndUnitCost(groups.size() + pool, firstOption + option, room[option], 0);
        }
        for (int option = 0; option < room.length; option++) {
            if (staffing.flexible.get(option)) {
                network.addArcWithCapacityAndUnitCost(firstOption + option, withoutPlace, room[option], 0);
            } else {
                network.setNodeSupply(firstOption + option, -room[option]);
                ending -= room[option];
            }
        }
        network.setNodeSupply(withoutPlace, -ending);
    }

    /** What these people may take of each option; of one that is not flexible, must take. */
    private int[] room() {
        int[] room = new int[staffing.none];
        for (int option = 0; option < room.length; option++)
            room[option] = staffing.flexible.get(option) ? staffing.places[option] : staffing.load[option];
        for (Person person : staffing.people) {
            if (person.at != staffing.none && person.isSettled()) room[person.at]--;
        }
        return room;
    }

    /** Reads the arcs in the order they were built in. */
    private void read() {
        int arc = 0;
        List<List<Person>> throughPool = new ArrayList<>();
        for (int pool = 0; pool < pools.size(); pool++) throughPool.add(new ArrayList<>());
        for (Alike group : groups) {
            Iterator<Person> people = group.people().iterator();
            Person one = group.one();
            for (int wish = 0; wish < one.wishes.length; wish++) {
                if (one.isPossible(wish)) place(people, network.getFlow(arc++), one.wishes[wish]);
            }
            if (one.others != null) {
                for (long flow = network.getFlow(arc++); flow > 0; flow--)
                    throughPool.get(group.pool()).add(people.next());
            }
            if (one.mayGoWithout) place(people, network.getFlow(arc++), staffing.none);
        }
        for (int pool = 0; pool < pools.size(); pool++) {
            Iterator<Person> people = throughPool.get(pool).iterator();
            for (int option : pools.get(pool).members()) place(people, network.getFlow(arc++), option);
        }
        staffing.recount();
    }

    private static void place(Iterator<Person> people, long flow, int option) {
        for (; flow > 0; flow--) people.next().at = option;
    }
}
