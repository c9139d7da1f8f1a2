package uk.gov.justice.probation.devolution.benchmark;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.caseload.LookingAtCases;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.ListingTerminations;
import uk.gov.justice.probation.devolution.termination.ListingTerminations.Queue;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.ListingSessions;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionsWanted.When;
import uk.gov.justice.probation.devolution.unpaidwork.life.ListingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersWanted;
import uk.gov.justice.probation.devolution.unpaidwork.life.Urgency;
import uk.gov.justice.probation.devolution.unpaidwork.project.ListingProjects;

/**
 * How long the lists of unpaid work and of terminations take with 90,000 cases, 25,000 orders, 375,000 sessions, 1,500
 * projects and 9,000 terminations, for somebody of one region and for the PSC Service Owner, who sees all. Not a test:
 * {@code mvn test -Dtest='UnpaidWorkLists*Benchmark'}.
 */
@DomainTest
abstract class UnpaidWorkListsBenchmark {
    private static final int ROUNDS = 40;
    private static final int PAGE = 50;
    private static final Colleague REGION =
            new Colleague("nw", Set.of("upw-supervisor-nw", "placement-coordinator-nw", "case-admin-nw"));
    private static final Colleague ALL = new Colleague(Colleague.SERVICE_OWNER, Set.of(Colleague.SERVICE_OWNER));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ListingOrders orders;

    @Autowired
    ListingSessions sessions;

    @Autowired
    ListingProjects projects;

    @Autowired
    ListingTerminations terminations;

    @Autowired
    LookingAtCases cases;

    @Test
    void lists() {
        ACountry.fill(jdbc, "X");
        System.out.printf("%n%s%n", getClass().getSimpleName());
        for (Colleague colleague : new Colleague[] {REGION, ALL}) {
            for (Urgency urgency : Urgency.values())
                report(
                        "orders: " + urgency.title(),
                        colleague,
                        from -> orders.list(colleague, OrdersWanted.ALL.urgency(urgency), PAGE, from)
                                .total());
            report(
                    "orders of a risk",
                    colleague,
                    from -> orders.list(colleague, new OrdersWanted(Urgency.ANY, "", "", "RHRH", "", ""), PAGE, from)
                            .total());
            for (When when : new When[] {When.WAITING, When.TOMORROW})
                report(
                        "sessions: " + when.title(),
                        colleague,
                        from -> sessions.list(colleague, new SessionsWanted(when, null, "", ""), PAGE, from)
                                .total());
            report(
                    "projects",
                    colleague,
                    from -> projects.list(colleague, "", PAGE, from).total());
            for (Queue queue : new Queue[] {Queue.OPEN, Queue.OVERDUE, Queue.STILL})
                report(
                        "terminations: " + queue.label(),
                        colleague,
                        from -> terminations
                                .list(queue, "", colleague, PAGE, from)
                                .total());
            report(
                    "a case by its CRN",
                    colleague,
                    from -> cases.find("X000005", colleague)
                            .orElseThrow()
                            .events()
                            .size());
        }
    }

    @FunctionalInterface
    private interface Listing {
        int page(int from);
    }

    private void report(String name, Colleague colleague, Listing listing) {
        long[] nanos = new long[ROUNDS];
        int total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            total = listing.page(0);
            nanos[round] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "  %-40s %-18s %,7d: median %6.1f ms, p95 %6.1f ms%n",
                name, colleague.userName(), total, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 95 / 100] / 1e6);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class UnpaidWorkListsOnMariaDbBenchmark extends UnpaidWorkListsBenchmark {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class UnpaidWorkListsOnMySqlBenchmark extends UnpaidWorkListsBenchmark {}
