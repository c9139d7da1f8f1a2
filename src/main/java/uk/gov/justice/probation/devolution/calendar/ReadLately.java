package uk.gov.justice.probation.devolution.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Reference data that rarely changes: read again once it is older than a minute, whoever has changed it. */
public final class ReadLately<T> {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Supplier<T> source;
    private final Clock clock;
    private volatile Read<T> last;

    private record Read<T>(T data, Instant at) {}

    public ReadLately(Supplier<T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    public T get() {
        Read<T> known = last;
        Instant now = clock.instant();
        if (known == null || Duration.between(known.at(), now).abs().compareTo(FRESH) > 0)
            last = known = new Read<>(source.get(), now);
        return known.data();
    }

    /** The next one who asks reads again. */
    public void forget() {
        last = null;
    }
}
