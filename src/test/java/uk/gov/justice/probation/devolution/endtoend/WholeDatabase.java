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
import java.util.TreeMap;

/** Every column of every row of every table, for searching words as stored and for checksums. */
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

    /** The checksum of each table. */
    Map<String, String> checksums() throws SQLException, IOException {
        Map<String, String> checksums = new TreeMap<>();
        try (Connection database = product.database();
                Statement query = database.createStatement()) {
            for (String table : tables()) {
                try (ResultSet row = query.executeQuery("CHECKSUM TABLE `%s`".formatted(table))) {
                    row.next();
                    checksums.put(table, row.getString(2));
                }
            }
        }
        return checksums;
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
