package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A week of unpaid work on the real stack, in groups: outcomes come by file; three in ten are absences, half of them
 * unacceptable. How long until every minute is credited and every enforcement has started, how long automated steps
 * take, and what a week twice as large takes. Takes a quarter of an hour on two cores: {@code mvn test
 * -Dtest=WeekOfSessionsTrial}; the whole estimate with {@code -Dtrial.outcomes=15000}, without the doubled week with
 * {@code -Dtrial.once=true}. With {@code -Dtrial.alone=true} everybody works alone: each session has a process of its
 * own, and one outcome in twenty comes from a supervisor in Tasklist.
 */
class WeekOfSessionsTrial {
    private static final int OUTCOMES = Integer.getInteger("trial.outcomes", 1_500);
    private static final Duration PATIENCE = Duration.ofHours(1);

    @Test
    void aWeekAndOneTwiceAsLarge() throws Exception {
        Duration one = week(OUTCOMES);
        if (Boolean.getBoolean("trial.once")) return;
        Duration two = week(2 * OUTCOMES);
        System.out.printf("%ntwice the sessions took %.2f times as long%n", (double) two.toMillis() / one.toMillis());
    }

    private static Duration week(int outcomes) throws Exception {
        RunningProduct product = RunningProduct.start(
                Path.of("target", "trial", "week"),
                "--devolution.local.launch-on-first-run=false",
                "--devolution.local.sample-cases=0",
                "--devolution.local.memory.camunda=2GB",
                "--devolution.local.memory.opensearch=2GB",
                "--devolution.local.quick-start=false",
                "--devolution.unpaidwork.evidence=0");
        try {
            ManyOrders week = new ManyOrders(product, outcomes);
            Instant began = Instant.now();
            week.begin();
            System.out.printf(
                    "%n%d orders imported, started and waiting for their sessions: %.1f s%n",
                    week.orders(), seconds(began));

            long exported = week.exported();
            long instances = week.instances();
            Instant monday = Instant.now();
            week.recordByFile();
            System.out.printf(
                    "%7.1f s  %d outcomes taken from the file%n", seconds(monday), outcomes - week.inTasklist());
            if (week.inTasklist() > 0) week.recordInTasklist();
            System.out.printf(
                    "%7.1f s  %d more recorded in Tasklist, six supervisors at a time%n",
                    seconds(monday), week.inTasklist());
            product.awaitCount("SELECT COUNT(*) FROM upw_session WHERE state = 'SETTLED'", outcomes, PATIENCE);
            Duration settled = Duration.between(monday, Instant.now());
            System.out.printf(
                    "%7.1f s  all %d outcomes settled: %.1f a second%n",
                    settled.toMillis() / 1e3, outcomes, outcomes * 1e3 / settled.toMillis());
            product.awaitCount(
                    "SELECT COUNT(*) FROM upw_enforcement WHERE state = 'WARNED'", week.unacceptable(), PATIENCE);
            System.out.printf(
                    "%7.1f s  all %d enforcements started, and their warnings written%n",
                    seconds(monday), week.unacceptable());

            assertThat(product.count("SELECT COUNT(*) FROM upw_credit WHERE kind = 'WORK'"))
                    .as("credits, each once")
                    .isEqualTo(week.attended());
            assertThat(
                            product.count(
                                    "SELECT COUNT(*) FROM upw_order WHERE minutes_credited <> 600 + COALESCE((SELECT SUM(c.minutes) FROM upw_credit c WHERE c.order_id = upw_order.id), 0)"))
                    .as("orders whose minutes are not the sum of their credits")
                    .isZero();
            assertThat(product.count("SELECT COUNT(*) FROM upw_enforcement"))
                    .as("enforcements")
                    .isEqualTo(week.unacceptable());
            week.awaitExport();
            System.out.printf(
                    "%n%.2f records exported and %.2f process instances begun for each outcome%n",
                    (double) (week.exported() - exported) / outcomes,
                    (double) (week.instances() - instances) / outcomes);
            table(JobLatency.of(product, "unpaidwork", monday));
            return settled;
        } finally {
            product.close();
        }
    }

    private static void table(List<JobLatency> latencies) {
        System.out.printf(
                "%n%-32s %8s %8s %8s %8s %8s%n", "milliseconds until done", "jobs", "p50", "p95", "p99", "longest");
        for (JobLatency one : latencies)
            System.out.printf(
                    "%-32s %8d %8d %8d %8d %8d%n",
                    one.type(), one.jobs(), one.p50(), one.p95(), one.p99(), one.longest());
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1e3;
    }
}
