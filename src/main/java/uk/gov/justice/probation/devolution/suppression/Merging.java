package uk.gov.justice.probation.devolution.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which neighbours are counted together, as the numbers of their places in the list. */
public record Merging(List<List<Integer>> parts) {
    public Merging {
        parts = parts.stream().map(List::copyOf).toList();
    }

    static Merging none(int size) {
        return new Merging(IntStream.range(0, size).mapToObj(List::of).toList());
    }

    int size() {
        return parts.size();
    }

    /** Merges the part with the fewest people with the smaller of its neighbours. */
    Merging smallestMerged(List<Integer> totals) {
        List<Integer> people = totals(totals);
        int smallest = IntStream.range(0, size())
                .boxed()
                .min(Comparator.comparing(people::get))
                .orElseThrow();
        boolean withNext =
                smallest == 0 || smallest < size() - 1 && people.get(smallest + 1) < people.get(smallest - 1);
        int first = withNext ? smallest : smallest - 1;
        List<List<Integer>> merged = new ArrayList<>(parts);
        List<Integer> second = merged.remove(first + 1);
        merged.set(
                first, Stream.concat(parts.get(first).stream(), second.stream()).toList());
        return new Merging(merged);
    }

    List<Integer> totals(List<Integer> totals) {
        return parts.stream()
                .map(part -> part.stream().mapToInt(totals::get).sum())
                .toList();
    }

    List<String> named(List<String> names) {
        return parts.stream()
                .map(part -> part.stream().map(names::get).collect(Collectors.joining(" or ")))
                .toList();
    }
}
