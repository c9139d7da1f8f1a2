package uk.gov.justice.probation.devolution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.preferencing.allocating.Allocating;
import uk.gov.justice.probation.devolution.preferencing.allocating.AllocationRequests;
import uk.gov.justice.probation.devolution.preferencing.allocating.Assumptions;
import uk.gov.justice.probation.devolution.preferencing.allocating.Run;
import uk.gov.justice.probation.devolution.preferencing.panel.OpeningPanel;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * How long it takes, under each objective, to read 600 people and 45 options from the database, to allocate, to store
 * everybody's result with its reasons, and to build the panel's table. Not a test: {@code mvn test
 * -Dtest='Preferencing*Benchmark'}.
 */
@DomainTest
abstract class PreferencingBenchmark {
    private static final int PEOPLE = 600;
    private static final int OPTIONS = 45;
    private static final int CHOICES = 5;
    private static final int ROUNDS = 4;
    private static final double MILLION = 1e6;
    private static final List<String> DISTRICTS =
            List.of("L12", "L3", "CH41", "WA1", "PR1", "BB1", "WN1", "LA1", "CW1", "CA1");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AllocationRequests requests;

    @Autowired
    Allocating allocating;

    @Autowired
    OpeningPanel panel;

    private record Timed(double request, double allocation, double table, Run run) {}

    @Test
    void sixHundredPeopleAndFortyFiveOptions() {
        System.out.printf(
                "%n%s: %d people, %d options, up to %d choices%n",
                getClass().getSimpleName(), PEOPLE, OPTIONS, CHOICES);
        SomePreferences some = new SomePreferences(jdbc);
        long consultation = some.consultation();
        some.round(consultation, 20_211_031);
        fill(some, consultation);
        for (Objective objective : Objective.values()) {
            jdbc.sql("UPDATE consultation SET objective = ?")
                    .param(objective.name())
                    .update();
            List<Timed> all = IntStream.range(0, ROUNDS)
                    .mapToObj(round -> measure(consultation))
                    .toList();
            Run run = all.getLast().run();
            assertThat(all).extracting(each -> each.run().byRank()).containsOnly(run.byRank());
            System.out.printf(
                    "  %-9s first choices %d, by rank %s, not asked for %d, unplaced %d; solver with explanations %d ms (first %d ms)%n",
                    objective,
                    run.firstChoices(),
                    run.byRank(),
                    run.unranked(),
                    run.unplaced(),
                    all.stream()
                            .mapToLong(each -> each.run().computedInMs())
                            .min()
                            .orElseThrow(),
                    all.getFirst().run().computedInMs());
            System.out.printf(
                    "            request from the database %.0f ms (first %.0f), allocated and kept %.0f ms (first %.0f), panel's table %.0f ms; best of %d%n",
                    best(all.stream().mapToDouble(Timed::request).toArray()),
                    all.getFirst().request(),
                    best(all.stream().mapToDouble(Timed::allocation).toArray()),
                    all.getFirst().allocation(),
                    best(all.stream().mapToDouble(Timed::table).toArray()),
                    ROUNDS);
        }
        Run official = allocating.allocate(consultation);
        double whatIf = millis(() -> allocating.whatIf(
                consultation,
                "",
                new Assumptions(Map.of(), 60, null),
                new Colleague("hr-nw", java.util.Set.of("hr-nw"))));
        System.out.printf("  what-if run at 60 minutes beside run %d: %.0f ms%n", official.id(), whatIf);
    }

    private Timed measure(long consultation) {
        for (String table : List.of("panel_place", "allocation_result", "allocation_run"))
            jdbc.sql("DELETE FROM " + table).update();
        double request = millis(() -> requests.of(consultation));
        double allocation = millis(() -> allocating.allocate(consultation));
        Run run = allocating.allocate(consultation);
        double table = millis(() -> panel.prepare(consultation));
        return new Timed(request, allocation, table, run);
    }

    /** Popular sites with few places each, and estimated journeys, some of them too long. */
    private void fill(SomePreferences some, long consultation) {
        Random random = new Random(600);
        List<Long> options = new ArrayList<>();
        for (int n = 0; n < OPTIONS; n++)
            options.add(some.option(
                    consultation,
                    "NW_%02d".formatted(1 + n % 12),
                    "CA_%d".formatted(n / 12),
                    "CA",
                    8 + random.nextInt(12)));
        Collections.shuffle(options, random);
        for (int n = 1; n <= PEOPLE; n++) {
            long person = some.person(consultation, "P%04d".formatted(n), "CA", DISTRICTS.get(n % DISTRICTS.size()));
            List<Long> wishes = new ArrayList<>();
            while (wishes.size() < CHOICES) {
                Long wish = options.get((int) (OPTIONS * Math.pow(random.nextDouble(), 2)));
                if (!wishes.contains(wish)) wishes.add(wish);
            }
            some.answer(person, n % 50 == 0 ? new Long[0] : wishes.toArray(Long[]::new));
        }
    }

    private static double best(double... rounds) {
        return Arrays.stream(rounds).min().orElseThrow();
    }

    private static double millis(Runnable step) {
        long begun = System.nanoTime();
        step.run();
        return (System.nanoTime() - begun) / MILLION;
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class PreferencingOnMariaDbBenchmark extends PreferencingBenchmark {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class PreferencingOnMySqlBenchmark extends PreferencingBenchmark {}
