package uk.gov.justice.probation.devolution.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The temporary table of one import, filled many rows at a time and visible only to its own connection. It contains
 * faulty rows too, as far as they could be read, so that they are also compared with what is known. Its texts compare
 * letter by letter, as keys do in every table.
 */
final class StagingTable implements AutoCloseable {
    private static final int ROWS_A_STATEMENT = 500;

    private final JdbcOperations jdbc;
    private final String table;
    private final List<String> definition;
    private final List<Object> values = new ArrayList<>();
    private int rows;
    private int width;

    StagingTable(JdbcOperations jdbc, StagedImport kind) {
        this.jdbc = jdbc;
        this.table = kind.table();
        this.definition = kind.definition();
        close();
        jdbc.execute(
                "CREATE TEMPORARY TABLE %s (line BIGINT NOT NULL PRIMARY KEY, faulty BOOLEAN NOT NULL, %s) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
                        .formatted(table, String.join(", ", definition)));
    }

    void add(CsvRow from, Object[] row) {
        width = row.length + 2;
        values.add(from.line());
        values.add(from.faulty());
        Collections.addAll(values, row);
        if (++rows == ROWS_A_STATEMENT) flush();
    }

    void flush() {
        if (rows == 0) return;
        String row = "(" + String.join(",", Collections.nCopies(width, "?")) + ")";
        String columns = definition.stream()
                .limit(width - 2)
                .map(column -> column.substring(0, column.indexOf(' ')))
                .collect(Collectors.joining(", "));
        jdbc.update(
                "INSERT INTO %s (line, faulty, %s) VALUES %s"
                        .formatted(table, columns, String.join(",", Collections.nCopies(rows, row))),
                statement -> {
                    for (int i = 0; i < values.size(); i++) {
                        statement.setObject(i + 1, values.get(i));
                    }
                });
        values.clear();
        rows = 0;
    }

    /** Takes rows out again. */
    void remove(Collection<Long> lines) {
        List<Long> all = List.copyOf(lines);
        for (int from = 0; from < all.size(); from += ROWS_A_STATEMENT) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + ROWS_A_STATEMENT));
            jdbc.update(
                    "DELETE FROM %s WHERE line IN (%s)"
                            .formatted(table, String.join(",", Collections.nCopies(some.size(), "?"))),
                    some.toArray());
        }
    }

    @Override
    public void close() {
        jdbc.execute("DROP TEMPORARY TABLE IF EXISTS " + table);
    }
}
