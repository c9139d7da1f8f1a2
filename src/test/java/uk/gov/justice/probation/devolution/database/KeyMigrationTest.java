package uk.gov.justice.probation.devolution.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import db.migration.V27__compare_keys_letter_by_letter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Applies the migration that makes keys compare letter by letter to rows as they may exist, in a separate database. */
@JdbcTest
abstract class KeyMigrationTest {
    private static final MigrationVersion KEYS = MigrationVersion.fromVersion("27");
    private static final List<String> LOOKED_UP = List.of(
            "SELECT id FROM case_service WHERE unit_code = 'PSC_LIVERPOOL' AND region_code = 'NW' AND service_code = 'TERMINATIONS' AND open_mark = 1",
            "SELECT id FROM case_service WHERE case_id = 7 AND service_code = 'TERMINATIONS' AND open_mark = 1",
            "SELECT id FROM probation_case WHERE crn = 'X000007' AND event_number = 1",
            "SELECT display_name FROM staff WHERE staff_number = 'S0007'",
            "SELECT c.id FROM probation_case c JOIN staff s ON s.staff_number = c.practitioner_staff_number WHERE c.id = 7",
            "SELECT m.id FROM cohort_member m JOIN staff s ON s.staff_number = m.staff_number WHERE m.consultation_id = 7",
            "SELECT id FROM upw_session WHERE session_reference = 'S/7'",
            "SELECT s.id FROM upw_project p JOIN upw_session s ON s.project_code = p.code WHERE p.code = 'PARK'",
            "SELECT q.handover_id FROM case_service s JOIN frozen_queue q ON q.service_code = s.service_code AND q.region_code = s.region_code AND q.unit_code = s.unit_code WHERE s.id = 7",
            "SELECT id FROM case_component WHERE case_id = 7 AND kind = 'WARRANT' AND reference = 'W7'",
            "SELECT minutes FROM travel_time WHERE home_district = 'L3' AND site_code = 'NW_10'");

    private final WithDatabase.Engine engine;
    private JdbcClient jdbc;
    private DriverManagerDataSource spare;

    KeyMigrationTest(WithDatabase.Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void aDatabaseAsItWas() {
        DatabaseServer server = engine.running();
        DriverManagerDataSource main = new DriverManagerDataSource(server.url(), server.user(), server.password());
        JdbcTemplate anew = new JdbcTemplate(main);
        anew.execute("DROP DATABASE IF EXISTS spare");
        anew.execute("CREATE DATABASE spare");
        spare = new DriverManagerDataSource(server.spareUrl(), server.user(), server.password());
        MigrationVersion before = Arrays.stream(flyway().load().info().all())
                .map(MigrationInfo::getVersion)
                .filter(version -> version.compareTo(KEYS) < 0)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        flyway().target(before).load().migrate();
        jdbc = JdbcClient.create(spare);
    }

    @Test
    void whatRefersToAKeyIsWrittenAsTheKeyIsAndBlanksGo() {
        sql("INSERT INTO site (code, name, region_code, virtual_site) VALUES (' ZZ_1', 'Test', 'nw', FALSE)");
        sql("INSERT INTO lease (site_code, ends_on) VALUES (' zz_1', '2030-01-31')");
        sql(
                "INSERT INTO staff VALUES ('S0007', 'Ann Test', 'ann@example.org', 'ca', 100, ' zz_1', 'psc_liverpool_admin', NULL, 'nw', '2020-01-01', 1, 'CLEARED', NULL, NULL, NULL, NULL)");
        sql(
                "INSERT INTO confidential_record (staff_number, kind, about, content, kept_by, kept_at) VALUES ('S0007', 'NEED', 'x', 'x', 'x', NOW(3))");
        sql(
                "INSERT INTO plan_row VALUES ('H-1', 1, 'HANDOVER', 'NW', 'terminations', 'remaining_cases', 'PSC_LIVERPOOL', 'region_nw', '2021-10-01', NULL, TRUE, '', '')");

        migrate();

        assertThat(
                        strings(
                                "SELECT CONCAT(s.code, ' ', s.region_code, ' ', l.site_code) FROM site s JOIN lease l ON l.site_code = s.code WHERE s.code = 'ZZ_1'"))
                .containsExactly("ZZ_1 NW ZZ_1");
        assertThat(
                        strings(
                                "SELECT CONCAT_WS(' ', s.grade, s.site_code, s.team_code, s.region_code) FROM staff s JOIN site t ON t.code = s.site_code JOIN team m ON m.code = s.team_code"))
                .containsExactly("CA ZZ_1 PSC_LIVERPOOL_ADMIN NW");
        assertThat(strings("SELECT CONCAT_WS(' ', service, scope, to_unit) FROM plan_row"))
                .containsExactly("TERMINATIONS REMAINING_CASES REGION_NW");
        assertThat(orphans()).isEmpty();
    }

    @Test
    void rowsThatWouldBecomeOneAreReportedAndNothingIsChanged() {
        sql(
                "INSERT INTO site (code, name, region_code, virtual_site) VALUES ('ZZ_1', 'Test', 'NW', FALSE), (' zz_1', 'Other', 'NW', FALSE), ('ZZ_2', 'Third', 'NW', FALSE), (' ZZ_2', 'Fourth', 'NW', FALSE)");

        assertThatThrownBy(this::migrate)
                .isInstanceOf(FlywayException.class)
                .rootCause()
                .hasMessageContaining("site (code): ' ZZ_2' and 'ZZ_2'")
                .hasMessageContaining("site (code): ' zz_1' and 'ZZ_1'")
                .hasMessageContaining("was not changed");

        assertThat(strings("SELECT code FROM site WHERE name IN ('Test', 'Other', 'Third', 'Fourth') ORDER BY name"))
                .containsExactly(" ZZ_2", " zz_1", "ZZ_1", "ZZ_2");
        assertThat(
                        strings(
                                "SELECT DISTINCT collation_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'site' AND column_name = 'code'"))
                .doesNotContain("utf8mb4_bin");

        sql("DELETE FROM site WHERE name IN ('Other', 'Fourth')");
        sql("DELETE FROM flyway_schema_history WHERE success = 0");
        migrate();
        assertThat(strings("SELECT code FROM site WHERE name IN ('Test', 'Third') ORDER BY name"))
                .containsExactly("ZZ_1", "ZZ_2");
    }

    @Test
    void everyLookUpGoesByTheIndexItWentByBeforeAndKeysThatDifferInCaseAreTwo() {
        someRows();
        List<String> before = plans();
        migrate();
        assertThat(plans()).isEqualTo(before).doesNotContain("");
        sql(
                "INSERT INTO plan_row VALUES ('H-a', 1, 'HANDOVER', 'NW', 'TERMINATIONS', '', 'PSC_LIVERPOOL', 'REGION_NW', '2021-10-01', NULL, TRUE, '', '')");
        sql(
                "INSERT INTO plan_row VALUES ('H-A', 2, 'HANDOVER', 'GM', 'TERMINATIONS', '', 'PSC_LIVERPOOL', 'REGION_GM', '2021-10-01', NULL, TRUE, '', '')");
        assertThat(strings("SELECT regions FROM plan_row WHERE id = 'H-A'")).containsExactly("GM");
    }

    /**
     * If the migration is killed at any statement and uncommitted changes are lost, the next start does the rest, and
     * the database is the same as without the interruption.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40, 100})
    void whereItIsKilledTheNextStartDoesTheRest(int changes) throws Exception {
        sql("INSERT INTO site (code, name, region_code, virtual_site) VALUES (' ZZ_1', 'Test', 'nw', FALSE)");
        sql("INSERT INTO lease (site_code, ends_on) VALUES (' zz_1', '2030-01-31')");
        sql(
                "INSERT INTO plan_row VALUES ('H-1', 1, 'HANDOVER', 'NW', 'terminations', 'remaining_cases', 'PSC_LIVERPOOL', 'region_nw', '2021-10-01', NULL, TRUE, '', '')");
        List<String> foreignKeys = foreignKeys();
        killedAfter(changes);

        migrate();

        assertThat(foreignKeys()).isEqualTo(foreignKeys);
        assertThat(
                        strings(
                                "SELECT CONCAT(s.code, ' ', s.region_code, ' ', l.site_code) FROM site s JOIN lease l ON l.site_code = s.code WHERE s.code = 'ZZ_1'"))
                .containsExactly("ZZ_1 NW ZZ_1");
        assertThat(strings("SELECT CONCAT_WS(' ', service, scope, to_unit) FROM plan_row"))
                .containsExactly("TERMINATIONS REMAINING_CASES REGION_NW");
        assertThat(orphans()).isEmpty();
        assertThat(strings(
                        "SELECT CONCAT(c.table_name, '.', c.column_name) FROM information_schema.columns c JOIN information_schema.statistics s ON s.table_schema = c.table_schema"
                                + " AND s.table_name = c.table_name AND s.column_name = c.column_name AND s.non_unique = 0 WHERE c.table_schema = DATABASE() AND c.table_name NOT IN ('flyway_schema_history')"
                                + " AND c.data_type IN ('char', 'varchar') AND c.collation_name <> 'utf8mb4_bin'"))
                .as("keys that do not compare letter by letter")
                .isEmpty();
        assertThat(
                        strings(
                                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE 'key_migration%'"))
                .isEmpty();
    }

    /** @param changes killed once more statements than this have changed the schema */
    private void killedAfter(int changes) throws Exception {
        AtomicInteger done = new AtomicInteger();
        try (Connection real = spare.getConnection()) {
            real.setAutoCommit(false);
            Connection mortal = (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        Object made = invoked(real, method, arguments);
                        return made instanceof Statement statement && !(made instanceof PreparedStatement)
                                ? mortal(statement, changes, done)
                                : made;
                    });
            Context context = mock(Context.class);
            when(context.getConnection()).thenReturn(mortal);
            assertThatThrownBy(() -> new V27__compare_keys_letter_by_letter().migrate(context))
                    .hasMessageContaining("killed");
            real.rollback();
        }
    }

    private static Statement mortal(Statement real, int most, AtomicInteger done) {
        return (Statement) Proxy.newProxyInstance(
                KeyMigrationTest.class.getClassLoader(),
                new Class<?>[] {Statement.class},
                (proxy, method, arguments) -> {
                    boolean changing = method.getName().startsWith("execute")
                            && arguments != null
                            && arguments[0].toString().matches("(?s)(CREATE|ALTER|DROP|RENAME) .*");
                    if (done.get() > most && method.getName().startsWith("execute")) throw new SQLException("killed");
                    Object answer = invoked(real, method, arguments);
                    if (changing) done.incrementAndGet();
                    return answer;
                });
    }

    private static Object invoked(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private List<String> foreignKeys() {
        return strings(
                "SELECT CONCAT_WS(' ', u.table_name, u.constraint_name, u.column_name, u.referenced_table_name, u.referenced_column_name, r.delete_rule) FROM information_schema.key_column_usage u"
                        + " JOIN information_schema.referential_constraints r ON r.constraint_schema = u.constraint_schema AND r.constraint_name = u.constraint_name AND r.table_name = u.table_name"
                        + " WHERE u.table_schema = DATABASE() AND u.referenced_table_name IS NOT NULL ORDER BY 1");
    }

    private void someRows() {
        for (int i = 1; i <= 300; i++) {
            sql(
                    "INSERT INTO probation_case (id, crn, event_number, region_code, pdu_name, team_code, practitioner_staff_number, order_type_code, start_date, legacy_organisation, standalone_upw,"
                            + " limited_access, version) VALUES (%1$d, 'X%1$06d', 1, 'NW', 'Sefton', 'TEAM_NW_10', 'S%1$04d', '201', '2021-01-01', 'CRC', FALSE, FALSE, 1)"
                                    .formatted(i));
            sql(
                    "INSERT INTO staff VALUES ('S%04d', 'Ann Test', 'ann@example.org', 'CA', 100, 'NW_10', 'TEAM_NW_10', NULL, 'NW', '2020-01-01', 1, 'CLEARED', NULL, NULL, NULL, NULL)"
                            .formatted(i));
            sql(
                    "INSERT INTO case_service (case_id, service_code, unit_code, region_code, responsible_from, last_changed) VALUES (%d, '%s', '%s', 'NW', NOW(3), NOW(3))"
                            .formatted(
                                    i,
                                    i % 2 == 0 ? "TERMINATIONS" : "ALLOCATION",
                                    i % 3 == 0 ? "PSC_LIVERPOOL" : "REGION_NW"));
        }
        sql(
                "INSERT INTO frozen_queue (handover_id, unit_code, region_code, service_code, frozen_at) SELECT id, code, region_code, 'TERMINATIONS', NOW(3) FROM unit JOIN probation_case USING (region_code)"
                        + " WHERE id < 30");
        sql("INSERT INTO travel_time SELECT 'L3', code, 10, 'CAR' FROM site");
    }

    private List<String> plans() {
        sql("ANALYZE TABLE probation_case, staff, case_service, frozen_queue, travel_time");
        List<String> plans = new ArrayList<>();
        for (String query : LOOKED_UP) {
            plans.add(String.join(
                    " + ",
                    jdbc.sql("EXPLAIN " + query)
                            .query((row, n) ->
                                    row.getString("key") == null ? row.getString("Extra") : row.getString("key"))
                            .list()));
        }
        return plans;
    }

    private List<String> orphans() {
        List<String> orphans = new ArrayList<>();
        jdbc.sql(
                        "SELECT table_name, column_name, referenced_table_name, referenced_column_name FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL"
                                + " AND constraint_name <> 'fk_case_pdu'")
                .query((row, n) ->
                        new String[] {row.getString(1), row.getString(2), row.getString(3), row.getString(4)})
                .list()
                .forEach(key -> orphans.addAll(strings(
                        "SELECT CONCAT('%1$s.%2$s ', c.%2$s) FROM %1$s c LEFT JOIN %3$s p ON p.%4$s = c.%2$s WHERE c.%2$s IS NOT NULL AND p.%4$s IS NULL"
                                .formatted((Object[]) key))));
        return orphans;
    }

    private void migrate() {
        flyway().target(KEYS).load().migrate();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(spare).locations("classpath:db/migration");
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private void sql(String sql) {
        new JdbcTemplate(spare).execute(sql);
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class KeyMigrationOnMariaDbTest extends KeyMigrationTest {
    KeyMigrationOnMariaDbTest() {
        super(WithDatabase.Engine.MARIADB);
    }
}

@WithDatabase(WithDatabase.Engine.MYSQL)
class KeyMigrationOnMySqlTest extends KeyMigrationTest {
    KeyMigrationOnMySqlTest() {
        super(WithDatabase.Engine.MYSQL);
    }
}
