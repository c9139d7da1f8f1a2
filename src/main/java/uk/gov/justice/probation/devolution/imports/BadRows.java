package uk.gov.justice.probation.devolution.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the faults of a file: the first {@value #LISTED} are listed, the rest are counted. A fault that more than
 * {@value #ALIKE} rows have is listed once, with its lines.
 */
public final class BadRows {
    public static final int LISTED = 1_000;
    static final int ALIKE = 100;
    private static final int VALUE_LENGTH = 100;

    private final Map<Fault, Found> found = new LinkedHashMap<>();
    private final Set<Long> lines = new HashSet<>();
    private long total;

    private record Fault(String column, String reason) {}

    private static final class Found {
        private final List<BadRow> rows = new ArrayList<>();
        private final Lines alsoIn = new Lines();
        private boolean inMany;

        private void add(BadRow row) {
            if (!rows.isEmpty()) alsoIn.add(row.line());
            if (rows.size() < ALIKE) rows.add(row);
            else inMany = true;
        }

        private List<BadRow> listed() {
            if (!inMany) return rows;
            BadRow first = rows.getFirst();
            return List.of(new BadRow(first.line(), first.column(), first.value(), first.reason(), alsoIn.inWords()));
        }
    }

    public void add(long line, String column, String value, String reason) {
        total++;
        lines.add(line);
        Fault fault = new Fault(column, reason);
        Found alike = found.get(fault);
        if (alike == null && found.size() < LISTED) found.put(fault, alike = new Found());
        if (alike != null) alike.add(new BadRow(line, column, shortened(value), reason));
    }

    public boolean isEmpty() {
        return total == 0;
    }

    public long total() {
        return total;
    }

    /** Every line that has a fault. */
    Set<Long> lines() {
        return lines;
    }

    /** What is listed of the faults, in the file's order. */
    List<BadRow> listed() {
        return found.values().stream()
                .map(Found::listed)
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(BadRow::line))
                .limit(LISTED)
                .toList();
    }

    /** @throws ImportRefusedException if anything was found */
    public void refuse(String file) {
        if (!isEmpty()) throw new ImportRefusedException(file, listed(), total);
    }

    private static String shortened(String value) {
        if (value == null) return "";
        return value.length() <= VALUE_LENGTH ? value : value.substring(0, VALUE_LENGTH) + "…";
    }
}
