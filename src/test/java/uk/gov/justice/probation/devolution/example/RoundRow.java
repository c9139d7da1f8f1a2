package uk.gov.justice.probation.devolution.example;

import static uk.gov.justice.probation.devolution.example.ExampleDay.MORNING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round in which places are ranked; a new one is open for thirty days. */
public final class RoundRow extends Row<RoundRow> {

    RoundRow(JdbcClient jdbc, long consultation, long seed) {
        super(jdbc, "preference_round");
        with("consultation_id", consultation).published(MORNING).closes(MORNING.plus(Duration.ofDays(30)));
        seed(seed).with("seed_sha256", "");
    }

    RoundRow(JdbcClient jdbc, String which, List<?> values) {
        super(jdbc, "preference_round", which, values);
    }

    public RoundRow published(Instant at) {
        return with("published_at", at);
    }

    public RoundRow closes(Instant at) {
        return with("closes_at", at);
    }

    public RoundRow seed(long seed) {
        return with("seed", seed);
    }
}
