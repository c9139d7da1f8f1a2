package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @Test
    void allowsSoManyInAnHour() {
        RestartPolicy policy = new RestartPolicy(2, clock);

        assertThat(policy.allowsAnother()).isTrue();
        assertThat(policy.allowsAnother()).isTrue();
        assertThat(policy.allowsAnother()).isFalse();
    }

    @Test
    void whatIsMoreThanAnHourAgoIsForgiven() {
        RestartPolicy policy = new RestartPolicy(1, clock);
        policy.allowsAnother();

        now = now.plus(Duration.ofMinutes(61));

        assertThat(policy.allowsAnother()).isTrue();
    }

    @Test
    void zeroMeansNever() {
        assertThat(new RestartPolicy(0, clock).allowsAnother()).isFalse();
    }
}
