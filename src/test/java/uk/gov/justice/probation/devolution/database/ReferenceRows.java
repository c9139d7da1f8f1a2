package uk.gov.justice.probation.devolution.database;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The reference data that files can change, as the migrations left it, so that a test can put it back. */
public final class ReferenceRows {
    private static final List<String> TABLES =
            List.of("team", "lease", "site", "unit", "pdu", "region", "bank_holiday", "order_type", "workload_points");

    private final DataSource dataSource;
    private final Map<String, List<Map<String, Object>>> rows;

    private ReferenceRows(DataSource dataSource) {
        this.dataSource = dataSource;
        this.rows = read(new JdbcTemplate(dataSource));
    }

    public static ReferenceRows of(DataSource dataSource) {
        return new ReferenceRows(dataSource);
    }

    /** Whatever the test has added besides is emptied too, because it may refer to what goes. */
    public void putBack() {
        CleanDatabase.clean(dataSource);
        new JdbcTemplate(dataSource).execute((ConnectionCallback<Void>) connection -> {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            Map<String, List<Map<String, Object>>> now = read(jdbc);
            jdbc.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : TABLES) {
                if (now.get(table).equals(rows.get(table))) continue;
                jdbc.execute("DELETE FROM " + table);
                rows.get(table).forEach(row -> insert(jdbc, table, row));
            }
            jdbc.execute("SET FOREIGN_KEY_CHECKS = 1");
            return null;
        });
    }

    private static void insert(JdbcTemplate jdbc, String table, Map<String, Object> row) {
        Collection<String> columns = row.keySet();
        jdbc.update(
                "INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                String.join(", ", Collections.nCopies(columns.size(), "?"))),
                row.values().toArray());
    }

    private static Map<String, List<Map<String, Object>>> read(JdbcTemplate jdbc) {
        return TABLES.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.queryForList("SELECT * FROM %s ORDER BY 1, 2".formatted(table)),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
