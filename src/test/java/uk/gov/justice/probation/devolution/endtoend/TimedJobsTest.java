package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.Scheduled;

class TimedJobsTest {
    private static final Instant STARTED = Instant.parse("2026-11-23T10:00:00Z");

    private final TimedJobs some = new TimedJobs(List.of(Some.class.getDeclaredMethods()).stream()
            .flatMap(method -> Stream.of(method.getAnnotationsByType(Scheduled.class)))
            .toList());

    @Test
    void whatRunsOnceAfterTheStartIsNearShortlyBeforeAndAfter() {
        assertThat(some.near(STARTED, STARTED.plusSeconds(200))).isEmpty();
        assertThat(some.near(STARTED, STARTED.plusSeconds(256))).contains(STARTED.plusSeconds(305));
        assertThat(some.near(STARTED, STARTED.plusSeconds(304))).contains(STARTED.plusSeconds(305));
        assertThat(some.near(STARTED, STARTED.plusSeconds(306))).isEmpty();
    }

    @Test
    void whatRunsAtATimeOfDayIsNearOnItsDays() {
        Instant friday = Instant.parse("2026-11-27T07:29:50Z");
        assertThat(some.near(STARTED, friday)).contains(Instant.parse("2026-11-27T07:30:05Z"));
        assertThat(some.near(STARTED, friday.plusSeconds(86_400))).isEmpty();
    }

    @Test
    void whatRunsAllTheTimeIsNeverWaitedFor() {
        assertThat(some.near(STARTED, STARTED.plusSeconds(10))).isEmpty();
    }

    @Test
    void theProductsOwnAreUnderstood() {
        TimedJobs jobs = TimedJobs.ofTheProduct();
        assertThat(jobs.count()).isGreaterThan(25);
        assertThat(jobs.near(STARTED, STARTED.plusSeconds(290))).isPresent();
    }

    static class Some {
        @Scheduled(cron = "${a.setting:0 30 7 * * MON-FRI}", zone = "Europe/London")
        @Scheduled(initialDelayString = "${another.setting:PT5M}")
        void rarely() {}

        @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT15S")
        void often() {}

        @Scheduled(initialDelay = 10, fixedDelay = 10)
        void oftenInMilliseconds() {}
    }
}
