package uk.gov.justice.probation.devolution.web;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static uk.gov.justice.probation.devolution.web.SignedInAs.colleague;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.gov.justice.probation.devolution.benchmark.ACountry;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.handover.SomeCases;
import uk.gov.justice.probation.devolution.handover.TakingInventory;
import uk.gov.justice.probation.devolution.handover.TransferringCases;
import uk.gov.justice.probation.devolution.letters.Letters;
import uk.gov.justice.probation.devolution.preferencing.SomePreferences;
import uk.gov.justice.probation.devolution.programme.Programmes;
import uk.gov.justice.probation.devolution.security.Allows;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.termination.StartingDueTerminations;
import uk.gov.justice.probation.devolution.work.SomeTasks;

/**
 * How long each page takes with all that the country has ({@link ACountry}), 600 people of a consultation and 20,000
 * open tasks, while 20,000 cases move to and fro: for 50 colleagues who each open a page every five seconds, counted
 * from when they wanted it, and for 50 who open the next one at once. Without the network. Not a test: {@code mvn test
 * -Dtest=PagesBenchmark}, {@code -Dbenchmark.seconds=} for how long each takes.
 */
@ConsoleTest
class PagesBenchmark {
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 120);
    private static final int COLLEAGUES = 50;
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final int PEOPLE = 600;
    private static final int TASKS = 20_000;
    private static final int MOVING = 20_000;
    private static final int AT_ONCE = 1_000;
    private static final int CEILING_MILLIS = 100;

    /** What nobody opens by its address, and what is about something that there is not here. */
    private static final Set<String> NOT_ASKED =
            Set.of("/error", "/sign-in", "/messages/message", "/case-letters/{id:\\d+}", "/handovers/{id}/manifest");

    private record Asked(String pattern, String path, String[] by) {}

    private record Took(String pattern, long nanos, int status) {}

    @Autowired
    WebApplicationContext application;

    @Autowired
    MockMvc importing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Programmes programmes;

    @Autowired
    Letters letters;

    @Autowired
    StartingDueTerminations dueTerminations;

    @Autowired
    TakingInventory inventory;

    @Autowired
    TransferringCases transferring;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private MockMvc http;

    @Test
    void everyPage() throws Exception {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        List<Asked> pages = pages(new SomethingOfEverything(importing, jdbc, programmes, letters, dueTerminations));
        var people = new SomePreferences(jdbc);
        long consultation = people.consultation();
        for (int n = 0; n < PEOPLE; n++) people.person(consultation, "B%04d".formatted(n), "CA", "L12");
        ACountry.fill(jdbc, "C");
        new SomeTasks(jdbc)
                .many(TASKS, "upw-supervisor-nw", Utc.of(clock.instant().minus(Duration.ofDays(3))));
        jdbc.sql("ANALYZE TABLE open_task, open_task_holder, consultation_member")
                .query(row -> {});

        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> moving = others.submit(() -> moveToAndFro(over));
            report("the first minute", each(pages, 60, BETWEEN));
            mustStillMove(moving);
            report("50 colleagues, a page every five seconds", each(pages, SECONDS, BETWEEN));
            mustStillMove(moving);
            report("50 colleagues, the next page at once", each(pages, SECONDS / 4, Duration.ZERO));
            over.set(true);
            moving.get();
        }
    }

    /** Otherwise the figures would be those of a quiet database. */
    private static void mustStillMove(Future<?> moving) throws Exception {
        if (moving.isDone()) moving.get();
    }

    private void moveToAndFro(AtomicBoolean over) {
        SomeCases cases = new SomeCases(jdbc).from(500_000);
        for (int held = 0; held < MOVING; held += AT_ONCE)
            cases.held(AT_ONCE, "NW", "PSC_LIVERPOOL", "TERMINATIONS", "CRC", false);
        for (int n = 1; !over.get(); n++) {
            long id = cases.handover(
                    "MOVES-%d".formatted(n),
                    "HANDOVER",
                    "NW",
                    "TERMINATIONS",
                    "",
                    "PSC_LIVERPOOL",
                    "REGION_NW",
                    LocalDate.of(2022, 1, 31),
                    "BRIEFING");
            inventory.take(id);
            var batches = transferring.plan(id);
            batches.numbers().forEach(batch -> transferring.transfer(id, batches.round(), batch));
            transferring.bringBack(id);
        }
    }

    private Collection<Took> each(List<Asked> pages, int seconds, Duration between) throws Exception {
        Collection<Took> took = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (ExecutorService colleagues = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < COLLEAGUES; n++) {
                Random next = new Random(n);
                long first = System.nanoTime() + between.toNanos() * n / COLLEAGUES;
                all.add(colleagues.submit(() -> {
                    for (long wanted = first;
                            wanted < end;
                            wanted = Math.max(wanted + between.toNanos(), between.isZero() ? System.nanoTime() : 0)) {
                        long wait = wanted - System.nanoTime();
                        if (wait > 0) Thread.sleep(Duration.ofNanos(wait));
                        Asked asked = pages.get(next.nextInt(pages.size()));
                        int status = status(asked);
                        took.add(new Took(asked.pattern(), System.nanoTime() - wanted, status));
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) one.get();
        }
        return took;
    }

    /** 503 if the page could not be shown at all. */
    private int status(Asked asked) {
        try {
            return http.perform(get(asked.path()).with(colleague(asked.by())))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception notShown) {
            return HttpStatus.SERVICE_UNAVAILABLE.value();
        }
    }

    private static void report(String name, Collection<Took> took) {
        System.out.printf("%n%s: %,d pages%n", name, took.size());
        line("all", took);
        Map<String, List<Took>> byPage =
                took.stream().collect(Collectors.groupingBy(Took::pattern, TreeMap::new, Collectors.toList()));
        byPage.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Took>> page) -> -percentile(page.getValue(), 95)))
                .limit(20)
                .forEach(page -> line(page.getKey(), page.getValue()));
        long slow = byPage.values().stream()
                .filter(each -> percentile(each, 95) > CEILING_MILLIS)
                .count();
        System.out.printf("  p95 over %d ms: %d of %d pages%n", CEILING_MILLIS, slow, byPage.size());
    }

    private static void line(String name, Collection<Took> took) {
        System.out.printf(
                "  %-60s %5d: median %6.1f ms, p95 %6.1f ms, longest %7.1f ms, not shown %d%n",
                name,
                took.size(),
                percentile(took, 50),
                percentile(took, 95),
                percentile(took, 100),
                took.stream().filter(each -> each.status() >= 400).count());
    }

    private static double percentile(Collection<Took> took, int percent) {
        long[] sorted = took.stream().mapToLong(Took::nanos).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    /** Every page that somebody can open, each with somebody who may. */
    private List<Asked> pages(SomethingOfEverything everything) {
        List<Asked> pages = new ArrayList<>();
        List<String> toNobody = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (!info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) return;
            if (!handler.getReturnType().getParameterType().equals(String.class)) return;
            for (String pattern : info.getPatternValues()) {
                if (pattern.startsWith("/api") || NOT_ASKED.contains(pattern)) continue;
                String path = pattern;
                for (String value : everything.path(pattern))
                    path = SomethingOfEverything.VARIABLE.matcher(path).replaceFirst(value);
                shownToSomebody(pattern, path, handler).ifPresentOrElse(pages::add, () -> toNobody.add(pattern));
            }
        });
        System.out.printf("left out, because nobody is shown them with what is here: %s%n", toNobody);
        return pages;
    }

    private Optional<Asked> shownToSomebody(String pattern, String path, HandlerMethod handler) {
        return who(RouteRules.of(handler).orElseThrow())
                .map(by -> new Asked(pattern, path, by))
                .filter(asked -> status(asked) < HttpStatus.BAD_REQUEST.value())
                .findFirst();
    }

    /** Those who may see pages of this kind, if not each of them, by name and groups; the PSC Service Owner last. */
    private static Stream<String[]> who(Allows rule) {
        if (rule.everyRole()) return Stream.<String[]>of(new String[] {"head-of-operations-nw"});
        List<String> groups = Arrays.stream(rule.value())
                .flatMap(role -> role.isForAll()
                        ? Stream.of(role.word())
                        : Stream.of("nw", "liverpool", "napo").map(place -> role.word() + "-" + place))
                .sorted(Comparator.comparing(Colleague.SERVICE_OWNER::equals))
                .toList();
        return Stream.of(
                        groups.stream().map(group -> new String[] {group}),
                        Stream.<String[]>of(new String[] {"P0001"}),
                        groups.stream().map(group -> new String[] {"P0001", group}))
                .flatMap(one -> one);
    }
}
