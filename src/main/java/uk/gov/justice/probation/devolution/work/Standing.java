package uk.gov.justice.probation.devolution.work;

import java.time.Duration;
import java.time.Instant;

/**
 * How far what is kept of tasks follows the engine.
 *
 * @param knownUntil up to when everything that was recorded is known; null if nothing was read yet
 * @param comparedAt when all open tasks were compared with the engine's last; null if they never were
 * @param lag how long ago that is
 */
public record Standing(Instant knownUntil, Instant comparedAt, Duration lag) {
    /** More than a busy machine takes. */
    private static final Duration BEHIND = Duration.ofSeconds(15);

    static Standing at(Instant now, Instant knownUntil, Instant comparedAt) {
        Duration lag = knownUntil == null ? Duration.ZERO : Duration.between(knownUntil, now);
        return new Standing(knownUntil, comparedAt, lag.isNegative() ? Duration.ZERO : lag);
    }

    /** Camunda is away, or its records come late. */
    public boolean isBehind() {
        return knownUntil == null || lag.compareTo(BEHIND) > 0;
    }
}
