package uk.gov.justice.probation.devolution.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which means about people may be shown. A mean needs ten people. It also differs from each mean that has been shown
 * before by nobody or by at least ten people, so that no two of them give away a few; and within one table those
 * without a mean are nobody or at least ten.
 */
public final class Means {
    public static final int FEWEST = 10;

    private final List<Map<Long, Integer>> shown = new ArrayList<>();

    /**
     * The means of a table in whole numbers, null for a group whose mean is not shown.
     *
     * @param groups what each person of a group has; nobody is in two of them
     */
    public List<Integer> of(List<Map<Long, Integer>> groups) {
        SortedSet<Integer> visible = new TreeSet<>(IntStream.range(0, groups.size())
                .filter(group -> mayBeShown(groups.get(group)))
                .boxed()
                .toList());
        while (!visible.isEmpty() && fewWithout(groups, visible))
            visible.remove(visible.stream()
                    .min(Comparator.comparing(group -> groups.get(group).size()))
                    .orElseThrow());
        visible.forEach(group -> shown.add(Map.copyOf(groups.get(group))));
        return IntStream.range(0, groups.size())
                .mapToObj(group -> visible.contains(group) ? mean(groups.get(group)) : null)
                .toList();
    }

    private boolean mayBeShown(Map<Long, Integer> group) {
        return group.size() >= FEWEST && shown.stream().noneMatch(other -> isFew(differences(group, other)));
    }

    private static boolean fewWithout(List<Map<Long, Integer>> groups, SortedSet<Integer> visible) {
        return isFew(IntStream.range(0, groups.size())
                .filter(group -> !visible.contains(group))
                .map(group -> groups.get(group).size())
                .sum());
    }

    private static boolean isFew(long people) {
        return people > 0 && people < FEWEST;
    }

    private static long differences(Map<Long, Integer> one, Map<Long, Integer> other) {
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(person -> !Objects.equals(one.get(person), other.get(person)))
                .count();
    }

    private static Integer mean(Map<Long, Integer> group) {
        return (int) Math.round(
                group.values().stream().mapToInt(Integer::intValue).average().orElseThrow());
    }
}
