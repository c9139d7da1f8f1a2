package uk.gov.justice.probation.devolution.example;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The day on which all tests run, whatever the date is: a Wednesday in England, used by clocks, databases and the
 * engine alike. {@code -Dtest.today=2027-02-09} runs them on another day.
 */
public final class ExampleDay {
    public static final LocalDate TODAY = LocalDate.parse(System.getProperty("test.today", "2026-11-25"));
    public static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    /** The time at which each test starts, or a little later. */
    public static final Instant MORNING = TODAY.atTime(10, 0).atZone(ENGLAND).toInstant();

    /** Starts in the morning of the day and runs on from there. */
    public static final Clock CLOCK = Clock.offset(Clock.system(ENGLAND), Duration.between(Instant.now(), MORNING));

    private ExampleDay() {}

    /** Gives the application this clock. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class OfTheApplication {

        @Bean
        @Primary
        Clock exampleClock() {
            return CLOCK;
        }
    }
}
