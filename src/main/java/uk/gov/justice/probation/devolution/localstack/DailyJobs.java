package uk.gov.justice.probation.devolution.localstack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.support.SimpleTriggerContext;
import org.springframework.stereotype.Component;

/**
 * Whatever the application does at a time of the day, wherever it is declared: a trial that passes such a time does it
 * then, because the machine's own time has not come to it.
 */
@Component
@Profile("local")
class DailyJobs {
    private static final Logger log = LoggerFactory.getLogger(DailyJobs.class);

    /** On the day on which summer time begins, a day is shorter. */
    private static final Duration ALMOST_A_DAY = Duration.ofHours(20);

    private record Due(CronTask job, Instant at) {}

    private final ObjectProvider<ScheduledTaskHolder> scheduled;

    DailyJobs(ObjectProvider<ScheduledTaskHolder> scheduled) {
        this.scheduled = scheduled;
    }

    /** When each of them is due first after the one moment, if that is before the other. */
    List<Instant> between(Instant after, Instant before) {
        return due(after).stream()
                .map(Due::at)
                .filter(at -> at.isBefore(before))
                .toList();
    }

    /** Each that is due after the one and not after the other moment, once, in the order in which they are due. */
    void run(Instant after, Instant until) {
        due(after).stream()
                .filter(due -> !due.at().isAfter(until))
                .sorted(Comparator.comparing(Due::at))
                .forEach(due -> run(due.job()));
    }

    private static void run(CronTask job) {
        try {
            job.getRunnable().run();
        } catch (RuntimeException failed) {
            log.warn("{}, which is due every day, failed: {}", job, failed.getMessage());
        }
    }

    private List<Due> due(Instant after) {
        return scheduled.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(ScheduledTask::getTask)
                .filter(CronTask.class::isInstance)
                .map(CronTask.class::cast)
                .flatMap(job -> next(job, after).map(at -> new Due(job, at)).stream())
                .toList();
    }

    /** Empty if it is done more often than once a day, and so follows the machine's time. */
    private static Optional<Instant> next(CronTask job, Instant after) {
        return execution(job, after)
                .filter(at -> execution(job, at)
                        .filter(again -> Duration.between(at, again).compareTo(ALMOST_A_DAY) < 0)
                        .isEmpty());
    }

    private static Optional<Instant> execution(CronTask job, Instant after) {
        return Optional.ofNullable(
                job.getTrigger().nextExecution(new SimpleTriggerContext(Clock.fixed(after, ZoneOffset.UTC))));
    }
}
