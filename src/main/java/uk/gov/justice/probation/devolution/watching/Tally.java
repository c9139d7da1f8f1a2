package uk.gov.justice.probation.devolution.watching;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What was counted this time. */
public class Tally {
    private final Map<WatchedNumber, Map<String, Double>> counted = new EnumMap<>(WatchedNumber.class);

    /** @param of the value of the number's tag; empty if it has none */
    public void add(WatchedNumber number, String of, double value) {
        counted.computeIfAbsent(number, each -> new HashMap<>()).merge(of, value, Double::sum);
    }

    /** Like {@link #add}, but of several values the highest counts. */
    public void atLeast(WatchedNumber number, String of, double value) {
        counted.computeIfAbsent(number, each -> new HashMap<>()).merge(of, value, Math::max);
    }

    /** What was counted of it; 0 if there is none. */
    public double of(WatchedNumber number, String of) {
        return counted.getOrDefault(number, Map.of()).getOrDefault(of, 0.0);
    }

    Map<WatchedNumber, Map<String, Double>> all() {
        return counted;
    }
}
