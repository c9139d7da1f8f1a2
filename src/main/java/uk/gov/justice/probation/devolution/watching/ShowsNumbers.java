package uk.gov.justice.probation.devolution.watching;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts every watched number anew and shows it. If one cannot be counted, the last figures of it are taken away, so
 * that nobody looks at old ones, and {@code psc.watching.failures} rises.
 */
@Component
class ShowsNumbers {
    private static final Logger log = LoggerFactory.getLogger(ShowsNumbers.class);

    private final List<CountsForOperators> counters;
    private final Map<WatchedNumber, MultiGauge> gauges = new EnumMap<>(WatchedNumber.class);
    private final Counter failures;

    @Autowired
    ShowsNumbers(List<CountsForOperators> counters) {
        this(counters, Metrics.globalRegistry);
    }

    ShowsNumbers(List<CountsForOperators> counters, MeterRegistry registry) {
        this.counters = counters;
        for (WatchedNumber number : WatchedNumber.values())
            gauges.put(
                    number,
                    MultiGauge.builder(number.metric())
                            .description(number.says())
                            .register(registry));
        this.failures = Counter.builder("psc.watching.failures")
                .description("How often a watched number could not be counted")
                .register(registry);
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "${devolution.watching.count-every:PT15S}")
    void count() {
        Tally tally = new Tally();
        for (CountsForOperators counter : counters) {
            try {
                counter.count(tally);
            } catch (RuntimeException notNow) {
                failures.increment();
                log.warn(
                        "{} could not count what operators watch: {}",
                        counter.getClass().getSimpleName(),
                        notNow.getMessage());
            }
        }
        gauges.forEach((number, gauge) ->
                gauge.register(rows(number, tally.all().getOrDefault(number, Map.of())), true));
    }

    private static List<MultiGauge.Row<?>> rows(WatchedNumber number, Map<String, Double> values) {
        if (number.tag().isEmpty())
            return values.values().stream()
                    .<MultiGauge.Row<?>>map(value -> MultiGauge.Row.of(Tags.empty(), value))
                    .toList();
        return values.entrySet().stream()
                .<MultiGauge.Row<?>>map(
                        value -> MultiGauge.Row.of(Tags.of(number.tag(), value.getKey()), value.getValue()))
                .toList();
    }
}
