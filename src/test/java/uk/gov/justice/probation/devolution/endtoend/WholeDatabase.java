package uk.gov.justice.probation.devolution.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.gov.justice.probation.devolution.example.TableSums;

/** Every column of every row of every table, for searching words as stored and for sums. */
final class WholeDatabase {
    private final RunningProduct product;

    WholeDatabase(RunningProduct product) {
        this.product = product;
    }

    /** The tables that contain the word. */
    List<String> holding(String word) throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        for (String table : tables()) {
            if (holds(table, word)) found.add(table);
        }
        return found;
    }

    /** The sum of each table except these. */
    Map<String, String> sumsBut(Set<String> except) throws SQLException, IOException {
        try (Connection database = product.database()) {
            return new TableSums(new JdbcTemplate(new SingleConnectionDataSource(database, true)), except).now();
        }
    }

    private List<String> tables() throws SQLException, IOException {
        return product.texts(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'");
    }

    private boolean holds(String table, String word) throws SQLException, IOException {
        try (Connection database = product.database();
                Statement query = database.createStatement();
                ResultSet rows = query.executeQuery("SELECT * FROM `%s`".formatted(table))) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    byte[] value = rows.getBytes(column);
                    if (value != null && new String(value, StandardCharsets.ISO_8859_1).contains(word)) return true;
                }
            }
            return false;
        }
    }
}
