package uk.gov.justice.probation.devolution.localstack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Limits how often a part that ended by itself is restarted within an hour. */
final class RestartPolicy {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final int limit;
    private final Clock clock;
    private final Deque<Instant> restarts = new ArrayDeque<>();

    RestartPolicy(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Whether one more restart is allowed. If so, it is counted. */
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
