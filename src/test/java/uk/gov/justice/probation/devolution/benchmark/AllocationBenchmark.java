package uk.gov.justice.probation.devolution.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.allocation.Allocation;
import uk.gov.justice.probation.devolution.allocation.AllocationRequest;
import uk.gov.justice.probation.devolution.allocation.Allocator;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Place;
import uk.gov.justice.probation.devolution.allocation.Reasons;

/**
 * How long an allocation takes, including its lottery and everybody's reasons in words, and what was asked of it: with
 * reasons at most 1.5 times the bare solve of the same network, in the draw at most 1.0 times, for 20,000 staff, 110
 * sites and 5 roles; 600 staff and 45 sites under 100 ms; the heap under 100 MB more. The ceilings are two bare
 * OR-Tools solves in the same run: of the same network, and of the network in which no nodes or arcs are shared. Ratios
 * are of processor time, which other work on the machine disturbs least; wall-clock time is printed beside it. Not a
 * test: {@code mvn test -Dtest=AllocationBenchmark}.
 */
class AllocationBenchmark {
    private static final int CHOICES = 5;
    private static final double MILLION = 1e6;

    @Test
    void allocations() throws IOException {
        AllocationRequest request = new SomeStaff(45, 1).request(600, CHOICES, Objective.GREEDY);
        Best cold = new Best();
        cold.of(() -> Allocator.allocate(request));
        System.out.printf(
                "%nThe first allocation of a Java process, 600 staff x 45 sites, unpacking OR-Tools' libraries: %.0f ms by the clock%n",
                cold.clock / MILLION);
        long outside = new BareFlow(
                        new SomeStaff(110, 1).request(20_000, CHOICES, Objective.GREEDY), CHOICES, 110, true)
                .solve(new Best());
        System.out.printf(
                "OR-Tools' memory outside the heap for 20,000 staff x 110 sites: %.0f MB%n", outside / MILLION);
        for (Objective objective : Objective.values()) measure(50, new Round(600, 45, 1, objective));
        for (Objective objective : Objective.values()) {
            Round one = new Round(20_000, 110, 1, objective);
            Round two = new Round(40_000, 110, 1, objective);
            measure(7, one, two);
            System.out.printf(
                    "    twice the staff: %.2f x; the bare solve %.2f x%n",
                    two.whole.ratio(one.whole), two.bare.ratio(one.bare));
        }
        for (Objective objective : Objective.values()) measure(5, new Round(20_000, 110, 5, objective));
    }

    /** The compared runs take turns, so that other work on the machine affects all of them alike. */
    private static void measure(int times, Round... rounds) throws IOException {
        for (int time = 0; time < times; time++) {
            for (Round round : rounds) round.run();
        }
        for (Round round : rounds) round.report();
    }

    private static final class Round {
        private final String name;
        private final AllocationRequest request;
        private final BareFlow same;
        private final BareFlow plain;
        private final Map<String, String> names;
        private final String asked;
        private final Best whole = new Best();
        private final Best told = new Best();
        private final Best bare = new Best();
        private final Best unshared = new Best();

        Round(int people, int sites, int roles, Objective objective) {
            name = "%,7d staff x %d sites x %d role(s), %s".formatted(people, sites, roles, objective);
            request = new SomeStaff(sites, roles).request(people, CHOICES, objective);
            names = request.places().stream()
                    .collect(Collectors.toMap(Place::option, place -> "Site " + place.option()));
            asked = people == 600
                    ? "asked: under 100 ms by the clock"
                    : roles == 5
                            ? "asked: a ratio of at most %.1f".formatted(objective == Objective.DRAW ? 1.0 : 1.5)
                            : "nothing is asked";
            same = new BareFlow(request, CHOICES, sites, true);
            plain = new BareFlow(request, CHOICES, sites, false);
        }

        void run() throws IOException {
            whole.of(() -> Allocator.allocate(request));
            told.of(this::withReasons);
            same.solve(bare);
            plain.solve(unshared);
        }

        private Allocation withReasons() {
            Allocation allocation = Allocator.allocate(request);
            Reasons reasons = new Reasons(allocation, names);
            allocation.placed().forEach(reasons::paragraphs);
            return allocation;
        }

        void report() {
            System.out.printf("%s: %s%n", name, Allocator.allocate(request).score());
            System.out.printf(
                    "    whole %.0f ms (clock %.0f); bare solve %.0f ms (clock %.0f) of %,d nodes and %,d arcs: ratio %.2f; bare solve of %,d arcs %.0f ms: ratio %.2f%n",
                    whole.processor / MILLION,
                    whole.clock / MILLION,
                    bare.processor / MILLION,
                    bare.clock / MILLION,
                    same.nodes(),
                    same.arcs(),
                    whole.ratio(bare),
                    plain.arcs(),
                    unshared.processor / MILLION,
                    whole.ratio(unshared));
            System.out.printf(
                    "    with everybody's reasons in words %.0f ms (clock %.0f): ratio %.2f (%s)%n",
                    told.processor / MILLION, told.clock / MILLION, told.ratio(bare), asked);
            memory(this::withReasons);
        }
    }

    /** The maximum heap in use, and the heap in use afterwards with only the result. */
    private static void memory(Supplier<Allocation> work) {
        System.gc();
        long before = used();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        Allocation result = work.get();
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.gc();
        System.out.printf(
                "    memory: heap at most %.0f MB more than before (asked: under 100 MB), %.0f MB for the result of %,d people%n",
                (peak - before) / MILLION,
                (used() - before) / MILLION,
                result.placed().size());
    }

    private static long used() {
        return heap().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Bytes of this process in memory; 0 if the system does not say. */
    static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    /** The best of several rounds, in nanoseconds. */
    static final class Best {
        private long processor = Long.MAX_VALUE;
        private long clock = Long.MAX_VALUE;

        void of(Runnable work) {
            long clockStart = System.nanoTime();
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            processor = Math.min(processor, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
            clock = Math.min(clock, System.nanoTime() - clockStart);
        }

        double clockMillis() {
            return clock / MILLION;
        }

        double processorMillis() {
            return processor / MILLION;
        }

        double ratio(Best other) {
            return processor / (double) other.processor;
        }
    }
}
