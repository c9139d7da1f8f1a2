package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;

class DailyJobsTest {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final Instant EVENING = Instant.parse("2026-07-01T17:00:00Z");

    private final List<String> done = new ArrayList<>();

    @Test
    void whatIsDueOnTheWayIsDoneOnceInItsOrder() {
        DailyJobs jobs = jobs(daily("0 30 5 * * *", "sessions"), daily("0 0 5 * * *", "terminations"));

        jobs.run(EVENING, EVENING.plus(Duration.ofHours(14)));

        assertThat(done).containsExactly("terminations", "sessions");
    }

    @Test
    void nothingIsDoneBeforeItIsDue() {
        DailyJobs jobs = jobs(daily("0 0 5 * * *", "terminations"), daily("0 30 5 * * *", "sessions"));

        jobs.run(EVENING, Instant.parse("2026-07-02T04:15:00Z")); // a quarter past five in the UK

        assertThat(done).containsExactly("terminations");
        assertThat(jobs.between(EVENING, Instant.parse("2026-07-02T04:15:00Z")))
                .containsExactly(Instant.parse("2026-07-02T04:00:00Z"));
    }

    @Test
    void oneThatFailsKeepsNoneFromBeingDone() {
        DailyJobs jobs = jobs(
                new CronTask(
                        () -> {
                            throw new IllegalStateException("the database is away");
                        },
                        new CronTrigger("0 0 5 * * *", UK)),
                daily("0 30 5 * * *", "sessions"));

        jobs.run(EVENING, EVENING.plus(Duration.ofDays(1)));

        assertThat(done).containsExactly("sessions");
    }

    @Test
    void whatIsDoneMoreOftenIsNoDailyJob() {
        ScheduledTaskRegistrar registrar = registrar();
        ScheduledTask often = registrar.scheduleFixedDelayTask(
                new FixedDelayTask(() -> done.add("often"), Duration.ofDays(1), Duration.ofDays(1)));

        ScheduledTask everyHour = registrar.scheduleCronTask(daily("0 0 * * * *", "every hour"));

        new DailyJobs(holders(Set.of(often, everyHour))).run(EVENING, EVENING.plus(Duration.ofDays(3)));

        assertThat(done).isEmpty();
    }

    private CronTask daily(String at, String what) {
        return new CronTask(() -> done.add(what), new CronTrigger(at, UK));
    }

    private static DailyJobs jobs(CronTask... jobs) {
        ScheduledTaskRegistrar registrar = registrar();
        return new DailyJobs(
                holders(Stream.of(jobs).map(registrar::scheduleCronTask).collect(Collectors.toSet())));
    }

    /** Never started, so that nothing is done by itself. */
    private static ScheduledTaskRegistrar registrar() {
        return new ScheduledTaskRegistrar();
    }

    private static ObjectProvider<ScheduledTaskHolder> holders(Set<ScheduledTask> tasks) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("holder", (ScheduledTaskHolder) () -> tasks);
        return beans.getBeanProvider(ScheduledTaskHolder.class);
    }
}
