package uk.gov.justice.probation.devolution.imports;

import java.util.HashMap;
import java.util.Map;

/** The keys of a file's rows, which must not repeat. */
public final class DistinctKeys {
    private final String column;
    private final Map<String, Long> lines = new HashMap<>();

    /** @param column the column under which a repeated key is reported */
    public DistinctKeys(String column) {
        this.column = column;
    }

    /** Reports the row if its key has occurred before; {@code null} is not a key. */
    public void add(CsvRow row, String key) {
        Long earlier = key == null ? null : lines.putIfAbsent(key, row.line());
        if (earlier != null) row.reject(column, "is the same as in line %d".formatted(earlier));
    }

    public boolean contains(String key) {
        return lines.containsKey(key);
    }
}
