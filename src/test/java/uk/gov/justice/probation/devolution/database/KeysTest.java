package uk.gov.justice.probation.devolution.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two keys are equal in the database only if they are equal in Java, letter by letter. Holds for every table, including
 * those added later.
 */
@JdbcTest
abstract class KeysTest {
    private static final String KEY_TEXTS = """
      SELECT DISTINCT c.table_name AS t, c.column_name AS c, c.collation_name AS l FROM information_schema.columns c
      JOIN information_schema.tables b ON b.table_schema = c.table_schema AND b.table_name = c.table_name AND b.table_type = 'BASE TABLE'
      WHERE c.table_schema = DATABASE() AND c.data_type IN ('char', 'varchar') AND c.table_name <> 'flyway_schema_history'
      """;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTextOfAPrimaryUniqueOrForeignKeyComparesLetterByLetter() {
        List<String> keys = strings("SELECT CONCAT(k.t, '.', k.c, ' ', k.l) FROM (" + KEY_TEXTS + """
        ) k WHERE EXISTS (SELECT 1 FROM information_schema.statistics s WHERE s.table_schema = DATABASE() AND s.table_name = k.t AND s.column_name = k.c AND s.non_unique = 0)
          OR EXISTS (SELECT 1 FROM information_schema.key_column_usage u WHERE u.table_schema = DATABASE() AND u.referenced_table_name IS NOT NULL
            AND (u.table_name = k.t AND u.column_name = k.c OR u.referenced_table_name = k.t AND u.referenced_column_name = k.c))""");
        assertThat(keys)
                .hasSizeGreaterThan(80)
                .allSatisfy(key -> assertThat(key).endsWith(" utf8mb4_bin"));
    }

    @Test
    void soDoesWhateverIsNamedAsAForeignKeyIsElsewhere() {
        List<String> named = strings("SELECT CONCAT(k.t, '.', k.c, ' ', k.l) FROM (" + KEY_TEXTS + """
        ) k WHERE k.c IN (SELECT u.column_name FROM information_schema.key_column_usage u WHERE u.table_schema = DATABASE() AND u.referenced_table_name IS NOT NULL)""");
        assertThat(named)
                .contains("case_service.region_code utf8mb4_bin", "handover_briefing.staff_number utf8mb4_bin")
                .allSatisfy(column -> assertThat(column).endsWith(" utf8mb4_bin"));
    }

    @Test
    void bothEndsOfAForeignKeyCompareAlike() {
        assertThat(strings("""
        SELECT CONCAT(u.table_name, '.', u.column_name, ' ', one.collation_name, ' ', other.collation_name) FROM information_schema.key_column_usage u
        JOIN information_schema.columns one ON one.table_schema = DATABASE() AND one.table_name = u.table_name AND one.column_name = u.column_name
        JOIN information_schema.columns other ON other.table_schema = DATABASE() AND other.table_name = u.referenced_table_name AND other.column_name = u.referenced_column_name
        WHERE u.table_schema = DATABASE() AND u.referenced_table_name IS NOT NULL AND NOT (one.collation_name <=> other.collation_name)
        """)).isEmpty();
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class KeysOnMariaDbTest extends KeysTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class KeysOnMySqlTest extends KeysTest {}
