package uk.gov.justice.probation.devolution.localstack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The application's clock in the local profile: the time of this machine, ahead by as much as somebody who tries the
 * product out has moved on (ADR 100). It never goes back.
 */
@Component
@Primary
@Profile("local")
public class TrialClock extends Clock {
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final TrialOffset kept;
    private final InstantSource real;
    private volatile Duration ahead;

    @Autowired
    TrialClock(LocalStackSettings settings) {
        this(new TrialOffset(settings), InstantSource.system());
    }

    TrialClock(TrialOffset kept, InstantSource real) {
        this.kept = kept;
        this.real = real;
        this.ahead = kept.read();
    }

    public boolean isAhead() {
        return !ahead.isZero();
    }

    /** Kept before it counts, so that no restart falls back behind what was decided by this date. */
    synchronized void moveTo(Instant moment) {
        Duration moved = Duration.between(real.instant(), moment);
        if (moved.compareTo(ahead) <= 0) return;
        kept.write(moved);
        ahead = moved;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return UK;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource moving = this::instant;
        return moving.withZone(zone);
    }
}
