package uk.gov.justice.probation.devolution.localstack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a part that ended by itself is started again: so many times in an hour, then no more. */
final class RestartPolicy {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final int limit;
    private final Clock clock;
    private final Deque<Instant> restarts = new ArrayDeque<>();

    RestartPolicy(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Whether one more restart is allowed; if so it counts. */
    synchronized boolean allowsAnother() {
        Instant now = clock.instant();
        while (!restarts.isEmpty() && restarts.peekFirst().isBefore(now.minus(WINDOW))) {
            restarts.removeFirst();
        }
        if (restarts.size() >= limit) {
            return false;
        }
        restarts.addLast(now);
        return true;
    }
}
