package uk.gov.justice.probation.devolution.example;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Of each table how many rows it has and what all their columns add up to, read in one statement. Not {@code CHECKSUM
 * TABLE}: MariaDB leaves stored generated columns out of what it reads for it (MDEV-22943), so that the same rows may
 * have another sum the next time.
 */
public final class TableSums {
    private static final String COLUMNS = """
        SELECT t.table_name, c.column_name FROM information_schema.tables t
        JOIN information_schema.columns c ON c.table_schema = t.table_schema AND c.table_name = t.table_name
        WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' ORDER BY t.table_name, c.ordinal_position
        """;

    private final JdbcOperations jdbc;
    private final String statement;

    /** Of every table but these, whose names are compared without regard to case. */
    public TableSums(JdbcOperations jdbc, Collection<String> except) {
        this.jdbc = jdbc;
        Map<String, String> columns = new TreeMap<>();
        jdbc.query(
                COLUMNS,
                (row, n) -> columns.merge(
                        row.getString(1),
                        "CONVERT(QUOTE(`%s`) USING binary)".formatted(row.getString(2)),
                        (some, more) -> some + ", " + more));
        columns.keySet().removeIf(table -> except.stream().anyMatch(table::equalsIgnoreCase));
        statement = columns.entrySet().stream()
                .map(table ->
                        "SELECT '%s', CONCAT(COUNT(*), ' rows, ', COALESCE(SUM(CRC32(CONCAT_WS(',', %s))), 0)) FROM `%s`"
                                .formatted(table.getKey(), table.getValue(), table.getKey()))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /**
     * As they are now, by the names of the tables. Nothing is prepared: to search so long a statement for places takes
     * longer than to answer it.
     */
    public Map<String, String> now() {
        Map<String, String> sums = new TreeMap<>();
        jdbc.query(statement, (row, n) -> sums.put(row.getString(1), row.getString(2)));
        return sums;
    }
}
