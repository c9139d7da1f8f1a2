package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.gov.justice.probation.devolution.example.ExampleDay.CLOCK;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TrialClockTest {
    private static final Instant NOW = CLOCK.instant();
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path data;

    private LocalStackSettings settings;
    private Instant real = NOW;

    @BeforeEach
    void settings() {
        settings = new Binder(new MapConfigurationPropertySource(Map.of("devolution.local.data", data.toString())))
                .bindOrCreate("devolution.local", LocalStackSettings.class);
    }

    @Test
    void isTheMachinesUntilSomebodyMovesOn() {
        assertThat(clock().instant()).isEqualTo(NOW);
        assertThat(clock().isAhead()).isFalse();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void goesOnFromWhereItWasMovedTo() {
        TrialClock clock = clock();
        Clock inUtc = clock.withZone(ZoneOffset.UTC);

        clock.moveTo(NOW.plus(WEEK));
        real = NOW.plusSeconds(60);

        assertThat(clock.instant()).isEqualTo(NOW.plus(WEEK).plusSeconds(60));
        assertThat(inUtc.instant()).isEqualTo(clock.instant());
        assertThat(inUtc.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.isAhead()).isTrue();
    }

    @Test
    void isAsFarAheadAfterARestart() {
        clock().moveTo(NOW.plus(WEEK));
        real = NOW.plus(Duration.ofHours(1));

        assertThat(clock().instant()).isEqualTo(NOW.plus(WEEK).plus(Duration.ofHours(1)));
    }

    @Test
    void neverGoesBack() {
        TrialClock clock = clock();
        clock.moveTo(NOW.plus(WEEK));

        clock.moveTo(NOW.plusSeconds(1));

        assertThat(clock.instant()).isEqualTo(NOW.plus(WEEK));
        assertThat(clock().instant()).isEqualTo(NOW.plus(WEEK));
    }

    @Test
    void saysWhichFileItCannotRead() throws Exception {
        Files.writeString(TrialOffset.file(settings), "a week");

        assertThatThrownBy(this::clock)
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining(TrialOffset.file(settings).toString())
                .hasMessageContaining("Delete the file to begin with today's date again");
    }

    private TrialClock clock() {
        return new TrialClock(new TrialOffset(settings), () -> real);
    }
}
