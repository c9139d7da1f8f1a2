package uk.gov.justice.probation.devolution.caseload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ids as a condition of SQL. A database reads ids that follow one another as one range, and looks up every other id by
 * itself.
 */
final class Ids {
    private record Range(long first, long last) {}

    private Ids() {}

    /** @param ids at least one */
    static String among(String column, Collection<Long> ids) {
        List<Range> ranges = ranges(ids);
        List<String> conditions = new ArrayList<>();
        String single = ranges.stream()
                .filter(range -> range.first() == range.last())
                .map(range -> String.valueOf(range.first()))
                .collect(Collectors.joining(", "));
        if (!single.isEmpty()) conditions.add("%s IN (%s)".formatted(column, single));
        ranges.stream()
                .filter(range -> range.first() < range.last())
                .map(range -> "%s BETWEEN %d AND %d".formatted(column, range.first(), range.last()))
                .forEach(conditions::add);
        return conditions.stream().collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static List<Range> ranges(Collection<Long> ids) {
        List<Range> ranges = new ArrayList<>();
        ids.stream().sorted().distinct().forEach(id -> {
            Range before = ranges.isEmpty() ? null : ranges.getLast();
            if (before != null && before.last() + 1 == id) ranges.set(ranges.size() - 1, new Range(before.first(), id));
            else ranges.add(new Range(id, id));
        });
        return ranges;
    }
}
