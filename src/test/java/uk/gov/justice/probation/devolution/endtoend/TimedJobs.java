package uk.gov.justice.probation.devolution.endtoend;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;

/** What the application does by itself once after its start or at a time of day, read from its own annotations. */
final class TimedJobs {
    /** What runs more often than this is always there, and is no fact that a test compares. */
    private static final Duration RARE = Duration.ofMinutes(1);

    private static final Duration BEFORE = Duration.ofSeconds(45);
    private static final Duration AFTER = Duration.ofSeconds(5);
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{[^:}]+:([^}]*)}");

    private final List<Scheduled> schedules;

    TimedJobs(List<Scheduled> schedules) {
        this.schedules = schedules;
    }

    static TimedJobs ofTheProduct() {
        return new TimedJobs(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("uk.gov.justice.probation.devolution")
                        .stream()
                        .flatMap(TimedJobs::schedules)
                        .toList());
    }

    private static Stream<Scheduled> schedules(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Scheduled.class)
                        || method.isAnnotatedWith(org.springframework.scheduling.annotation.Schedules.class))
                .flatMap(method -> Stream.of(method.reflect().getAnnotationsByType(Scheduled.class)));
    }

    int count() {
        return schedules.size();
    }

    /** @return when the job that is about to run, or has just begun, is taken to be done; empty if none is near */
    Optional<Instant> near(Instant started, Instant now) {
        return schedules.stream()
                .flatMap(schedule -> next(schedule, started, now.minus(AFTER)).stream())
                .filter(due -> due.isBefore(now.plus(BEFORE)))
                .map(due -> due.plus(AFTER))
                .max(Instant::compareTo);
    }

    private static Optional<Instant> next(Scheduled schedule, Instant started, Instant after) {
        if (!schedule.cron().isEmpty()) {
            ZonedDateTime then = after.atZone(ZoneId.of(schedule.zone()));
            return Optional.ofNullable(
                            CronExpression.parse(value(schedule.cron())).next(then))
                    .map(ZonedDateTime::toInstant);
        }
        if (schedule.initialDelayString().isEmpty()) return Optional.empty();
        Duration delay = Duration.parse(value(schedule.initialDelayString()));
        Instant due = started.plus(delay);
        return delay.compareTo(RARE) < 0 || due.isBefore(after) ? Optional.empty() : Optional.of(due);
    }

    private static String value(String setting) {
        Matcher withDefault = DEFAULT.matcher(setting);
        return withDefault.matches() ? withDefault.group(1) : setting;
    }
}
