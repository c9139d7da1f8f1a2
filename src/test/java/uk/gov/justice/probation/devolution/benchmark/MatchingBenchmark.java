package uk.gov.justice.probation.devolution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.gov.justice.probation.devolution.benchmark.AllocationBenchmark.Best;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Days;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Match;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Matching;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Person;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Project;
import uk.gov.justice.probation.devolution.workforce.Position;

/**
 * How long it takes to find the best ten of 1,500 projects for each of 25,000 orders in the five regions, and to
 * explain the result for all projects of one order. The ceiling is a bare scan of as many pairs in the same run, which
 * compares region, days and risk as numbers and adds up a distance. Not a test: {@code mvn test
 * -Dtest=MatchingBenchmark}.
 */
class MatchingBenchmark {
    private static final int PROPOSED = 10;
    private static final int ROUNDS = 5;
    private static final double MILLION = 1e6;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    /** Orders active in each region (our estimate, sized by the hours outstanding in November 2023). */
    private static final Map<String, Integer> ORDERS =
            Map.of("YATH", 6_900, "NW", 5_200, "SC", 4_600, "GM", 4_150, "EM", 4_150);

    private static final List<String> REGIONS = List.of("YATH", "NW", "SC", "GM", "EM");
    private static final List<String> LEVELS = List.of("RLRH", "RMRH", "RHRH", "RVHR");
    private static final List<String> SKILLS =
            List.of("english", "maths", "gardening", "painting", "catering", "retail", "it", "carpentry");

    @Test
    void twentyFiveThousandOrdersAndFifteenHundredProjects() {
        report(people(1), projects(1_500));
        report(people(2), projects(1_500));
        report(people(1), projects(3_000));
    }

    private void report(List<Person> people, List<Project> projects) {
        Best matched = new Best();
        Best bare = new Best();
        Best explained = new Best();
        BareScan scan = new BareScan(people, projects);
        int[] placed = new int[1];
        for (int round = 0; round < ROUNDS; round++) {
            matched.of(() -> placed[0] = matched(people, projects));
            bare.of(scan::run);
            explained.of(() -> assertThat(new Matching(projects, MONDAY, MONDAY.plusDays(28)).all(people.getFirst()))
                    .hasSize(projects.size())
                    .allMatch(match -> !match.reasons().isEmpty()));
        }
        System.out.printf(
                "%n%,d orders x %,d projects = %,d pairs; %,d orders have at least one%n",
                people.size(), projects.size(), (long) people.size() * projects.size(), placed[0]);
        System.out.printf(
                "    matched, the best %d of each: %.0f ms by the clock (%.0f ms of processor); bare scan %.0f ms (%.0f): ratio %.1f; all with reasons for one order: %.1f ms%n",
                PROPOSED,
                matched.clockMillis(),
                matched.processorMillis(),
                bare.clockMillis(),
                bare.processorMillis(),
                matched.ratio(bare),
                explained.clockMillis());
        System.gc();
        long before = used();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        List<List<Match>> kept = new ArrayList<>();
        Matching matching = new Matching(projects, MONDAY, MONDAY.plusDays(28));
        people.forEach(person -> kept.add(matching.best(person, PROPOSED)));
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.gc();
        System.out.printf(
                "    memory: heap at most %.0f MB more than before, %.0f MB for the best %d of all %,d orders kept at once%n",
                (peak - before) / MILLION, (used() - before) / MILLION, PROPOSED, kept.size());
        assertThat(matched.clockMillis())
                .as("25,000 orders are matched in under 30 s")
                .isLessThan(30_000 * (people.size() / 25_000.0) * (projects.size() / 1_500.0));
    }

    private static int matched(List<Person> people, List<Project> projects) {
        Matching matching = new Matching(projects, MONDAY, MONDAY.plusDays(28));
        int placed = 0;
        for (Person person : people) {
            if (!matching.best(person, PROPOSED).isEmpty()) placed++;
        }
        return placed;
    }

    /** The same pairs as plain numbers. */
    private static final class BareScan {
        private final int[] personRegion;
        private final int[] personDays;
        private final int[] personRisk;
        private final double[] personNorth;
        private final int[] projectRegion;
        private final int[] projectDays;
        private final int[] projectRisk;
        private final double[] projectNorth;
        private double sum;

        BareScan(List<Person> people, List<Project> projects) {
            personRegion = people.stream()
                    .mapToInt(person -> REGIONS.indexOf(person.regionCode()))
                    .toArray();
            personDays = people.stream()
                    .mapToInt(person -> person.available().mask())
                    .toArray();
            personRisk = people.stream()
                    .mapToInt(person -> 1 << LEVELS.indexOf(person.roshLevel()))
                    .toArray();
            personNorth = people.stream()
                    .mapToDouble(person -> person.home().latitude())
                    .toArray();
            projectRegion = projects.stream()
                    .mapToInt(project -> REGIONS.indexOf(project.regionCode()))
                    .toArray();
            projectDays =
                    projects.stream().mapToInt(project -> project.days().mask()).toArray();
            projectRisk = projects.stream()
                    .mapToInt(project -> project.roshAllowed().stream()
                            .mapToInt(level -> 1 << LEVELS.indexOf(level))
                            .sum())
                    .toArray();
            projectNorth = projects.stream()
                    .mapToDouble(project -> project.position().latitude())
                    .toArray();
        }

        void run() {
            for (int person = 0; person < personRegion.length; person++) {
                double best = Double.MAX_VALUE;
                for (int project = 0; project < projectRegion.length; project++) {
                    if (personRegion[person] != projectRegion[project]
                            || (personDays[person] & projectDays[project]) == 0
                            || (personRisk[person] & projectRisk[project]) == 0) continue;
                    best = Math.min(best, Math.abs(personNorth[person] - projectNorth[project]));
                }
                sum += best; // so that the work is not left out
            }
        }
    }

    private static List<Person> people(int times) {
        Random random = new Random(25_000);
        List<Person> people = new ArrayList<>();
        for (String region : REGIONS) {
            for (int n = 0; n < times * ORDERS.get(region); n++) {
                int risk = random.nextInt(100);
                people.add(new Person(
                        "X%06d".formatted(people.size() + 1),
                        region,
                        random.nextInt(100) < 2,
                        LEVELS.get(risk < 30 ? 0 : risk < 85 ? 1 : risk < 98 ? 2 : 3),
                        risk >= 98,
                        random.nextBoolean(),
                        random.nextInt(100) < 5,
                        random.nextBoolean(),
                        random.nextInt(100) < 12,
                        new Days(1 + random.nextInt(127)),
                        random.nextInt(100) < 5 ? Set.of("P%04d".formatted(random.nextInt(1_500))) : Set.of(),
                        random.nextInt(100) < 5 ? Set.of("A" + random.nextInt(100)) : Set.of(),
                        random.nextInt(100) < 5 ? Set.of("X%06d".formatted(1 + random.nextInt(25_000))) : Set.of(),
                        some(random, 2),
                        position(random)));
            }
        }
        return people;
    }

    private static List<Project> projects(int count) {
        Random random = new Random(1_500);
        List<Project> projects = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int capacity = 6 + random.nextInt(10);
            Map<DayOfWeek, Integer> taken = new HashMap<>();
            for (DayOfWeek day : DayOfWeek.values()) taken.put(day, random.nextInt(capacity + 1));
            Set<String> there = new HashSet<>();
            for (int person = 0; person < 12; person++) there.add("X%06d".formatted(1 + random.nextInt(25_000)));
            projects.add(new Project(
                    "P%04d".formatted(n),
                    "Project %d".formatted(n),
                    random.nextInt(5) == 0 ? Project.Kind.INDIVIDUAL : Project.Kind.GROUP,
                    REGIONS.get(n % 5),
                    new Days(1 + random.nextInt(127)),
                    MONDAY.minusDays(random.nextInt(400)),
                    random.nextInt(3) == 0 ? MONDAY.plusDays(random.nextInt(100)) : null,
                    capacity,
                    taken,
                    some(random, 4),
                    Set.copyOf(LEVELS.subList(0, 2 + random.nextInt(3))),
                    random.nextInt(3) > 0,
                    position(random),
                    Set.of("A" + random.nextInt(100), "A" + (100 + random.nextInt(100))),
                    there,
                    Set.of("X%06d".formatted(1 + random.nextInt(25_000)))));
        }
        return projects;
    }

    private static Set<String> some(Random random, int atMost) {
        Set<String> some = new HashSet<>();
        for (int n = 0; n < random.nextInt(atMost + 1); n++) some.add(SKILLS.get(random.nextInt(SKILLS.size())));
        return some;
    }

    private static Position position(Random random) {
        return new Position(53 + random.nextDouble(), -3 + random.nextDouble());
    }

    private static long used() {
        return heap().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
