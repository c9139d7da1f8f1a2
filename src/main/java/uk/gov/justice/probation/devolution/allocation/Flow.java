package uk.gov.justice.probation.devolution.allocation;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase.Status;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A staffing as a network of people, pools of options, and options, in which the cheapest flow is a best allocation. A pool's people share its arcs, so that a person has an arc
 * for each choice and one for everything else.
 */
final class Flow {
  static {
    Loader.loadNativeLibraries();
  }

  private final Staffing staffing;
  private final long[] cost;
  private final MinCostFlow network;
  private final List<Person> people;
  private final List<Pool> pools = new ArrayList<>();
  /** The number of each person's pool, negative for none. */
  private final int[] poolOf;

  private Flow(Staffing staffing, Weights weights, MinCostFlow network) {
    this.staffing = staffing;
    this.cost = weights.cost();
    this.network = network;
    this.people = staffing.people.stream().filter(person -> !person.isSettled()).toList();
    this.poolOf = new int[people.size()];
    Map<Pool, Integer> numbers = new IdentityHashMap<>();
    for (int i = 0; i < poolOf.length; i++) {
      Pool pool = people.get(i).others;
      poolOf[i] = pool == null ? -1 : numbers.computeIfAbsent(pool, first -> {
        pools.add(first);
        return pools.size() - 1;
      });
    }
  }

  /** Moves everybody to where a best allocation under these weights has them. */
  static void best(Staffing staffing, Weights weights) {
    var network = new MinCostFlow();
    try {
      var flow = new Flow(staffing, weights, network);
      flow.build();
      Status status = network.solve();
      if (status != Status.OPTIMAL) throw new IllegalStateException("OR-Tools found no best flow for %d people and %d options: %s.".formatted(flow.people.size(), staffing.none, status));
      flow.read();
    } finally {
      network.delete();
    }
  }

  private void build() {
    int firstOption = people.size() + pools.size();
    int withoutPlace = firstOption + staffing.none;
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      network.setNodeSupply(i, 1);
      for (int wish = 0; wish < person.wishes.length; wish++) {
        if (person.isPossible(wish)) network.addArcWithCapacityAndUnitCost(i, firstOption + person.wishes[wish], 1, cost[person.ranks[wish]]);
      }
      if (poolOf[i] >= 0) network.addArcWithCapacityAndUnitCost(i, people.size() + poolOf[i], 1, cost[person.unrankedRank]);
      if (person.mayGoWithout) network.addArcWithCapacityAndUnitCost(i, withoutPlace, 1, cost[0]);
    }
    int[] room = room();
    for (int pool = 0; pool < pools.size(); pool++) {
      for (int option : pools.get(pool).members()) network.addArcWithCapacityAndUnitCost(people.size() + pool, firstOption + option, room[option], 0);
    }
    int ending = people.size();
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
    for (int option = 0; option < room.length; option++) room[option] = staffing.flexible.get(option) ? staffing.places[option] : staffing.load[option];
    for (Person person : staffing.people) {
      if (person.at != staffing.none && person.isSettled()) room[person.at]--;
    }
    return room;
  }

  /** Reads the arcs in the order they were built in. */
  private void read() {
    int arc = 0;
    boolean[] fromPool = new boolean[people.size()];
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      for (int wish = 0; wish < person.wishes.length; wish++) {
        if (person.isPossible(wish) && network.getFlow(arc++) == 1) person.at = person.wishes[wish];
      }
      if (poolOf[i] >= 0) fromPool[i] = network.getFlow(arc++) == 1;
      if (person.mayGoWithout && network.getFlow(arc++) == 1) person.at = staffing.none;
    }
    long[][] taken = new long[pools.size()][];
    for (int pool = 0; pool < taken.length; pool++) {
      taken[pool] = new long[pools.get(pool).members().length];
      for (int member = 0; member < taken[pool].length; member++) taken[pool][member] = network.getFlow(arc++);
    }
    for (int i = 0; i < fromPool.length; i++) {
      if (fromPool[i]) people.get(i).at = take(pools.get(poolOf[i]), taken[poolOf[i]]);
    }
    staffing.recount();
  }

  private static int take(Pool pool, long[] taken) {
    int member = 0;
    while (taken[member] == 0) member++;
    taken[member]--;
    return pool.members()[member];
  }
}
