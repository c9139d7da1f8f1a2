package db.migration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Keys compare letter by letter, as they do in Java: every text in a primary, unique or foreign key becomes
 * {@code utf8mb4_bin}, and so does every column that holds such a key without saying so. Before that the rows that are
 * there get one spelling: what refers to a key is written as the key is; blanks around a key go, and its letters are
 * composed. Two rows that would then have one key are reported, and nothing is changed.
 */
public class V27__compare_keys_letter_by_letter extends BaseJavaMigration {
    private static final String BINARY = "utf8mb4_bin";
    private static final String STEPS = "key_migration_step";
    private static final String NOTED = "key_migration_noted";

    /** The foreign key is gone, or there, already. */
    private static final Set<Integer> DONE_BEFORE = Set.of(1005, 1061, 1091, 1826);

    /** Columns that hold another table's key without a foreign key, by their name and wherever there is one. */
    private static final Map<String, Column> HOLD_KEYS = Map.ofEntries(
            Map.entry("region_code", new Column("region", "code")),
            Map.entry("unit_code", new Column("unit", "code")),
            Map.entry("to_unit", new Column("unit", "code")),
            Map.entry("service_code", new Column("service", "code")),
            Map.entry("plan_service_code", new Column("plan_service_name", "code")),
            Map.entry("site_code", new Column("site", "code")),
            Map.entry("team_code", new Column("team", "code")),
            Map.entry("role_code", new Column("role", "code")),
            Map.entry("grade_code", new Column("grade", "code")),
            Map.entry("project_code", new Column("upw_project", "code")),
            Map.entry("order_type_code", new Column("order_type", "code")),
            Map.entry("plan_row_id", new Column("plan_row", "id")),
            Map.entry("staff_number", new Column("staff", "staff_number")),
            Map.entry("line_manager_staff_number", new Column("staff", "staff_number")),
            Map.entry("line_manager", new Column("staff", "staff_number")),
            Map.entry("practitioner_staff_number", new Column("staff", "staff_number")),
            Map.entry("home_postcode_district", new Column("travel_time", "home_district")));

    /** And those whose name says less. */
    private static final Map<Column, Column> HOLD_KEYS_TOO = Map.ofEntries(
            Map.entry(new Column("plan_row", "service"), new Column("plan_service_name", "code")),
            Map.entry(new Column("plan_row", "scope"), new Column("scope", "code")),
            Map.entry(new Column("handover", "service"), new Column("plan_service_name", "code")),
            Map.entry(new Column("handover", "scope"), new Column("scope", "code")),
            Map.entry(new Column("staff", "grade"), new Column("grade", "code")),
            Map.entry(new Column("staff", "absence"), new Column("absence_kind", "code")),
            Map.entry(new Column("stated_home", "district"), new Column("travel_time", "home_district")),
            Map.entry(new Column("upw_session", "quality"), new Column("upw_rating", "code")),
            Map.entry(new Column("upw_session", "behaviour"), new Column("upw_rating", "code")));

    /**
     * Keys of the audit are made here and never change; a note is sealed with its session's reference, so that another
     * spelling would close it for ever.
     */
    private static final Set<Column> KEPT_AS_WRITTEN =
            Set.of(new Column("audit_entry", "dedup_key"), new Column("upw_session", "session_reference"));

    private record Column(String table, String name) {}

    private record Definition(String type, boolean nullable, String standard, String collation) {

        String in(String collation) {
            return "%s CHARACTER SET utf8mb4 COLLATE %s %s%s"
                    .formatted(
                            type,
                            collation,
                            nullable ? "NULL" : "NOT NULL",
                            standard == null ? "" : " DEFAULT '" + standard.replace("'", "''") + "'");
        }
    }

    private record ForeignKey(
            String table, String name, String parent, String onDelete, List<String> columns, List<String> referenced) {

        String added() {
            return "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s)%s"
                    .formatted(
                            table,
                            name,
                            String.join(", ", columns),
                            parent,
                            String.join(", ", referenced),
                            onDelete.equals("CASCADE") ? " ON DELETE CASCADE" : "");
        }
    }

    private record Renamed(Column column, String from, String to) {}

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Map<Column, Definition> texts = texts(connection);
        if (!isThere(connection, STEPS)) {
            Map<Column, Column> references = references(connection, texts);
            Set<Column> keys = keys(connection, texts, references);
            stopForCollisions(connection, respelled(connection, keys));
            execute(connection, "SET FOREIGN_KEY_CHECKS = 0");
            for (Map.Entry<Column, Column> reference : references.entrySet())
                followParent(connection, reference.getKey(), reference.getValue());
            note(connection, steps(connection, keys, texts));
        }
        execute(connection, "SET FOREIGN_KEY_CHECKS = 0");
        try {
            take(connection);
            for (Renamed renamed : respelled(connection, keys(connection, texts, references(connection, texts))))
                rename(connection, renamed);
            execute(connection, "DROP TABLE " + STEPS);
        } finally {
            execute(connection, "SET FOREIGN_KEY_CHECKS = 1");
        }
    }

    private static Set<Column> keys(
            Connection connection, Map<Column, Definition> texts, Map<Column, Column> references) throws SQLException {
        Set<Column> keys = new LinkedHashSet<>(inUniqueKeys(connection));
        keys.addAll(references.keySet());
        keys.addAll(references.values());
        Set<String> namesOfForeignKeys = foreignKeys(connection).stream()
                .flatMap(key -> key.columns().stream())
                .collect(Collectors.toSet());
        texts.keySet().stream()
                .filter(text -> namesOfForeignKeys.contains(text.name()))
                .forEach(keys::add);
        keys.retainAll(texts.keySet());
        return keys;
    }

    /** Foreign keys go, texts change, foreign keys come back: MariaDB changes no column that is in one. */
    private static List<String> steps(Connection connection, Set<Column> keys, Map<Column, Definition> texts)
            throws SQLException {
        Map<String, List<String>> changes = new TreeMap<>();
        for (Column key : keys) {
            if (texts.get(key).collation().equals(BINARY)) continue;
            changes.computeIfAbsent(key.table(), none -> new ArrayList<>())
                    .add("MODIFY %s %s".formatted(key.name(), texts.get(key).in(BINARY)));
        }
        List<ForeignKey> ofTexts = foreignKeys(connection).stream()
                .filter(key ->
                        key.columns().stream().anyMatch(name -> texts.containsKey(new Column(key.table(), name))))
                .toList();
        List<String> steps = new ArrayList<>();
        ofTexts.forEach(key -> steps.add("ALTER TABLE %s DROP FOREIGN KEY %s".formatted(key.table(), key.name())));
        changes.forEach(
                (table, modified) -> steps.add("ALTER TABLE %s %s".formatted(table, String.join(", ", modified))));
        ofTexts.forEach(key -> steps.add(key.added()));
        return steps;
    }

    private static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        String sql = """
        SELECT u.table_name, u.constraint_name, u.column_name, u.referenced_table_name, u.referenced_column_name, r.delete_rule FROM information_schema.key_column_usage u
        JOIN information_schema.referential_constraints r ON r.constraint_schema = u.constraint_schema AND r.constraint_name = u.constraint_name AND r.table_name = u.table_name
        WHERE u.table_schema = DATABASE() AND u.referenced_table_name IS NOT NULL ORDER BY u.table_name, u.constraint_name, u.ordinal_position
        """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                ForeignKey key =
                        keys.computeIfAbsent(row.getString(1) + "/" + row.getString(2), none -> foreignKey(row));
                key.columns().add(row.getString(3));
                key.referenced().add(row.getString(5));
            }
        }
        return List.copyOf(keys.values());
    }

    private static ForeignKey foreignKey(ResultSet row) {
        try {
            return new ForeignKey(
                    row.getString(1),
                    row.getString(2),
                    row.getString(4),
                    row.getString(6),
                    new ArrayList<>(),
                    new ArrayList<>());
        } catch (SQLException e) {
            throw new FlywayException(e);
        }
    }

    private static boolean isThere(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * What is to be done is noted first: whoever stops in the middle goes on from there. The table has its name only
     * once every step is in it: killed before that, all of it is found out again.
     */
    private static void note(Connection connection, List<String> steps) throws SQLException {
        execute(connection, "DROP TABLE IF EXISTS " + NOTED);
        execute(
                connection,
                "CREATE TABLE %s (position INT NOT NULL PRIMARY KEY, statement VARCHAR(4000) NOT NULL)"
                        .formatted(NOTED));
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO %s VALUES (?, ?)".formatted(NOTED))) {
            for (int i = 0; i < steps.size(); i++) {
                statement.setInt(1, i);
                statement.setString(2, steps.get(i));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        execute(connection, "RENAME TABLE %s TO %s".formatted(NOTED, STEPS));
    }

    private static void take(Connection connection) throws SQLException {
        Map<Integer, String> steps = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT position, statement FROM " + STEPS)) {
            while (row.next()) steps.put(row.getInt(1), row.getString(2));
        }
        boolean first = true;
        for (Map.Entry<Integer, String> step : steps.entrySet()) {
            try {
                execute(connection, step.getValue());
            } catch (SQLException e) {
                if (!first || !DONE_BEFORE.contains(e.getErrorCode())) throw e;
            }
            execute(connection, "DELETE FROM %s WHERE position = %d".formatted(STEPS, step.getKey()));
            first = false;
        }
    }

    private static Map<Column, Definition> texts(Connection connection) throws SQLException {
        Map<Column, Definition> texts = new LinkedHashMap<>();
        String sql = """
        SELECT c.table_name, c.column_name, c.column_type, c.is_nullable, c.column_default, c.collation_name
        FROM information_schema.columns c JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
        WHERE c.table_schema = DATABASE() AND c.data_type IN ('char', 'varchar') AND COALESCE(c.generation_expression, '') = '' AND c.table_name <> 'flyway_schema_history'
        ORDER BY c.table_name, c.ordinal_position
        """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next())
                texts.put(
                        column(row),
                        new Definition(
                                row.getString(3),
                                "YES".equals(row.getString(4)),
                                standard(row.getString(5)),
                                row.getString(6)));
        }
        return texts;
    }

    /** A default value; MariaDB writes it as in SQL. */
    private static String standard(String written) {
        if (written == null || written.equals("NULL")) return null;
        return written.startsWith("'") && written.endsWith("'")
                ? written.substring(1, written.length() - 1).replace("''", "'")
                : written;
    }

    private static Set<Column> inUniqueKeys(Connection connection) throws SQLException {
        Set<Column> columns = new LinkedHashSet<>();
        String sql =
                "SELECT table_name, column_name FROM information_schema.statistics WHERE table_schema = DATABASE() AND non_unique = 0 ORDER BY table_name, index_name, seq_in_index";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) columns.add(column(row));
        }
        return columns;
    }

    /** What refers to what: by a foreign key, or by its name. */
    private static Map<Column, Column> references(Connection connection, Map<Column, Definition> texts)
            throws SQLException {
        Map<Column, Column> references = new LinkedHashMap<>();
        for (Column column : texts.keySet()) {
            Column key = HOLD_KEYS_TOO.getOrDefault(column, HOLD_KEYS.get(column.name()));
            if (key != null && !key.equals(column)) references.put(column, key);
        }
        for (ForeignKey key : foreignKeys(connection)) {
            for (int i = 0; i < key.columns().size(); i++) {
                Column column = new Column(key.table(), key.columns().get(i));
                if (texts.containsKey(column))
                    references.put(
                            column, new Column(key.parent(), key.referenced().get(i)));
            }
        }
        return references;
    }

    private static List<Renamed> respelled(Connection connection, Set<Column> keys) throws SQLException {
        List<Renamed> respelled = new ArrayList<>();
        for (Column key : keys) {
            if (KEPT_AS_WRITTEN.contains(key)) continue;
            String sql =
                    "SELECT DISTINCT CAST(%2$s AS BINARY) FROM %1$s WHERE %2$s REGEXP '^[[:space:]]|[[:space:]]$' OR LENGTH(%2$s) <> CHAR_LENGTH(%2$s)"
                            .formatted(key.table(), key.name());
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    String is = new String(row.getBytes(1), StandardCharsets.UTF_8);
                    String right = Normalizer.normalize(is.strip(), Normalizer.Form.NFC);
                    if (!is.equals(right)) respelled.add(new Renamed(key, is, right));
                }
            }
        }
        return respelled;
    }

    private static void stopForCollisions(Connection connection, List<Renamed> respelled) throws SQLException {
        Map<String, Map<String, Map<String, String>>> byTable = new TreeMap<>();
        for (Renamed one : respelled) {
            byTable.computeIfAbsent(one.column().table(), none -> new HashMap<>())
                    .computeIfAbsent(one.column().name(), none -> new HashMap<>())
                    .put(one.from(), one.to());
        }
        Set<String> collisions = new TreeSet<>();
        for (Map.Entry<String, Map<String, Map<String, String>>> table : byTable.entrySet()) {
            for (List<String> key : uniqueKeys(connection, table.getKey())) {
                if (!Collections.disjoint(key, table.getValue().keySet()))
                    collisions.addAll(collisions(connection, table.getKey(), key, table.getValue()));
            }
        }
        if (collisions.isEmpty()) return;
        throw new FlywayException("""
        The database was not changed: some rows differ only by blanks around their key, by composed letters or by capital letters, and would become one. \
        Decide for each which one is right, correct or delete the other, run "DELETE FROM flyway_schema_history WHERE success = 0", and start again: """ + String.join("; ", collisions));
    }

    private static List<List<String>> uniqueKeys(Connection connection, String table) throws SQLException {
        Map<String, List<String>> keys = new TreeMap<>();
        String sql =
                "SELECT index_name, column_name FROM information_schema.statistics WHERE table_schema = DATABASE() AND non_unique = 0 AND table_name = ? ORDER BY index_name, seq_in_index";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next())
                    keys.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                            .add(row.getString(2));
            }
        }
        return List.copyOf(keys.values());
    }

    private static List<String> collisions(
            Connection connection, String table, List<String> key, Map<String, Map<String, String>> respelled)
            throws SQLException {
        Map<List<String>, Set<String>> rows = new LinkedHashMap<>();
        String columns = key.stream().map("CAST(%s AS CHAR)"::formatted).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT %s FROM %s".formatted(columns, table))) {
            while (row.next()) {
                List<String> is = new ArrayList<>();
                for (int i = 1; i <= key.size(); i++) is.add(row.getString(i));
                if (is.contains(null)) continue;
                List<String> becomes = new ArrayList<>();
                for (int i = 0; i < key.size(); i++)
                    becomes.add(respelled
                            .getOrDefault(key.get(i), Map.of())
                            .getOrDefault(is.get(i), is.get(i))
                            .toLowerCase(Locale.ROOT));
                rows.computeIfAbsent(becomes, none -> new TreeSet<>())
                        .add(is.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")));
            }
        }
        return rows.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> "%s (%s): %s".formatted(table, String.join(", ", key), String.join(" and ", same)))
                .toList();
    }

    private static void followParent(Connection connection, Column child, Column parent) throws SQLException {
        execute(
                connection,
                "UPDATE %1$s c JOIN %3$s p ON p.%4$s = c.%2$s SET c.%2$s = p.%4$s WHERE CAST(c.%2$s AS BINARY) <> CAST(p.%4$s AS BINARY)"
                        .formatted(child.table(), child.name(), parent.table(), parent.name()));
    }

    private static void rename(Connection connection, Renamed renamed) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE %1$s SET %2$s = ? WHERE CAST(%2$s AS BINARY) = CAST(? AS BINARY)"
                        .formatted(renamed.column().table(), renamed.column().name()))) {
            statement.setString(1, renamed.to());
            statement.setString(2, renamed.from());
            statement.executeUpdate();
        }
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(row.getString(1), row.getString(2));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
