package uk.gov.justice.probation.devolution.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ShowsNumbersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicBoolean databaseIsAway = new AtomicBoolean();
    private final ShowsNumbers numbers = new ShowsNumbers(
            List.of(
                    tally -> {
                        if (databaseIsAway.get()) throw new IllegalStateException("no connection");
                        tally.add(WatchedNumber.OPEN_TASKS, "handover", 2);
                        tally.add(WatchedNumber.OPEN_TASKS, "handover", 1);
                        tally.atLeast(WatchedNumber.OUTBOX_OLDEST, "Deliveries", 7);
                        tally.atLeast(WatchedNumber.OUTBOX_OLDEST, "Deliveries", 3);
                    },
                    tally -> tally.add(WatchedNumber.CASE_EVENTS_WAITING, "", 4)),
            registry);

    @Test
    void eachNumberIsShownByWhatItIsToldApartBy() {
        numbers.count();

        assertThat(registry.get("psc.tasks.open")
                        .tag("family", "handover")
                        .gauge()
                        .value())
                .isEqualTo(3);
        assertThat(registry.get("psc.outbox.oldest.seconds")
                        .tag("to", "Deliveries")
                        .gauge()
                        .value())
                .isEqualTo(7);
        assertThat(registry.get("psc.case.events.waiting").gauge().value()).isEqualTo(4);
    }

    @Test
    void whatCannotBeCountedIsNoLongerShownAndTheOthersAre() {
        numbers.count();
        databaseIsAway.set(true);

        numbers.count();

        assertThat(registry.find("psc.tasks.open").gauges()).isEmpty();
        assertThat(registry.get("psc.case.events.waiting").gauge().value()).isEqualTo(4);
        assertThat(registry.get("psc.watching.failures").counter().count()).isOne();
    }
}
