package uk.gov.justice.probation.devolution.suppression;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which means about people may be shown. Whatever means are added and taken from one another, what comes of it is about
 * nobody or about at least ten people: those who are in the same of all means ever shown are at least ten. Within one
 * table those without a mean are nobody or at least ten, too.
 */
public final class Means {
    public static final int FEWEST = 10;

    private Cells shown = new Cells();

    /**
     * The means of a table in whole numbers, null for a group whose mean is not shown.
     *
     * @param groups what each person of a group has; nobody is in two of them
     */
    public List<Integer> of(List<Map<Long, Integer>> groups) {
        SortedSet<Integer> tried =
                new TreeSet<>(IntStream.range(0, groups.size()).boxed().toList());
        while (true) {
            Cells cells = shown.copy();
            List<Integer> visible = tried.stream()
                    .filter(group -> cells.take(groups.get(group)))
                    .toList();
            if (!fewWithout(groups, visible)) {
                shown = cells;
                return IntStream.range(0, groups.size())
                        .mapToObj(group -> visible.contains(group) ? mean(groups.get(group)) : null)
                        .toList();
            }
            tried = new TreeSet<>(visible);
            tried.remove(visible.stream()
                    .min(Comparator.comparing(group -> groups.get(group).size()))
                    .orElseThrow());
        }
    }

    private static boolean fewWithout(List<Map<Long, Integer>> groups, List<Integer> visible) {
        int without = IntStream.range(0, groups.size())
                .filter(group -> !visible.contains(group))
                .map(group -> groups.get(group).size())
                .sum();
        return !visible.isEmpty() && without > 0 && without < FEWEST;
    }

    private static Integer mean(Map<Long, Integer> group) {
        return (int) Math.round(
                group.values().stream().mapToInt(Integer::intValue).average().orElseThrow());
    }
}
