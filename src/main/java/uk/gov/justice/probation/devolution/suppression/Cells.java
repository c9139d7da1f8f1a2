package uk.gov.justice.probation.devolution.suppression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Those who are in the same of all means. Sums and differences of means treat everybody in a cell alike, so each is
 * about whole cells. Somebody who has another value later is somebody else here.
 */
final class Cells {
    private record One(long person, int value) {}

    private final Map<One, Integer> cells;
    private final Map<Integer, Integer> sizes;
    private int next;

    Cells() {
        this(new HashMap<>(), new HashMap<>(), 0);
    }

    private Cells(Map<One, Integer> cells, Map<Integer, Integer> sizes, int next) {
        this.cells = cells;
        this.sizes = sizes;
        this.next = next;
    }

    Cells copy() {
        return new Cells(new HashMap<>(cells), new HashMap<>(sizes), next);
    }

    /** Adds the mean of a group, unless a cell would then have fewer people than a mean needs. */
    boolean take(Map<Long, Integer> group) {
        List<One> people = group.entrySet().stream()
                .map(one -> new One(one.getKey(), one.getValue()))
                .toList();
        List<One> added = people.stream().filter(one -> !cells.containsKey(one)).toList();
        Map<Integer, List<One>> parts =
                people.stream().filter(cells::containsKey).collect(Collectors.groupingBy(cells::get));
        if (people.isEmpty() || isFew(added.size()) || parts.entrySet().stream().anyMatch(this::leavesFew))
            return false;
        if (!added.isEmpty()) become(added);
        parts.forEach((cell, part) -> {
            if (part.size() < sizes.get(cell)) {
                sizes.merge(cell, -part.size(), Integer::sum);
                become(part);
            }
        });
        return true;
    }

    private boolean leavesFew(Map.Entry<Integer, List<One>> part) {
        return isFew(part.getValue().size())
                || isFew(sizes.get(part.getKey()) - part.getValue().size());
    }

    private void become(List<One> people) {
        people.forEach(one -> cells.put(one, next));
        sizes.put(next++, people.size());
    }

    private static boolean isFew(int people) {
        return people > 0 && people < Means.FEWEST;
    }
}
