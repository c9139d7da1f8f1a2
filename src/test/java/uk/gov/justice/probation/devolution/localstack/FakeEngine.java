package uk.gov.justice.probation.devolution.localstack;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An engine that fires what is due as soon as its clock has come to it. */
final class FakeEngine implements TrialEngine {
    final List<Timer> timers = new ArrayList<>();
    final List<Instant> moments = new ArrayList<>();
    int steps;
    String away;

    private final Clock clock;

    FakeEngine(Clock clock) {
        this.clock = clock;
    }

    FakeEngine awaits(Instant due, String process, String element, long instance) {
        timers.add(new Timer(timers.size() + 1, due, instance, instance, process, element));
        return this;
    }

    @Override
    public Awaited look() {
        if (away != null) throw new IllegalStateException(away);
        return new Awaited(List.copyOf(timers), steps, true);
    }

    @Override
    public void followClock() {
        if (away != null) throw new IllegalStateException(away);
        moments.add(clock.instant());
        timers.removeIf(timer -> !timer.due().isAfter(clock.instant()));
    }
}
