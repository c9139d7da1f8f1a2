package uk.gov.justice.probation.devolution.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What has become of the items of a handover that was half moved when items were no longer marked as moved. */
@JdbcTest
abstract class HalfMovedMigrationTest {
    private static final int HANDOVER = 7;
    private static final int ANOTHER = 8;

    private final WithDatabase.Engine engine;

    HalfMovedMigrationTest(WithDatabase.Engine engine) {
        this.engine = engine;
    }

    @Test
    void itemsAreInTheStateInWhichTheyWere() {
        SingleConnectionDataSource spare = spareDatabase();
        FluentConfiguration flyway = Flyway.configure().dataSource(spare);
        flyway.target("49").load().migrate();
        JdbcClient jdbc = JdbcClient.create(spare);
        jdbc.sql("SET FOREIGN_KEY_CHECKS = 0").update();
        item(jdbc, 1, HANDOVER, "MOVED", HANDOVER);
        item(jdbc, 2, HANDOVER, "CHANGED", null);
        item(jdbc, 3, HANDOVER, "CHANGED", ANOTHER);
        item(jdbc, 4, HANDOVER, "LEFT", ANOTHER);
        item(jdbc, 5, HANDOVER, "IN_SCOPE", null);
        item(jdbc, 6, HANDOVER, "RETURNED", HANDOVER);
        item(jdbc, 7, HANDOVER, "RELEASED", ANOTHER);
        item(jdbc, 8, HANDOVER, "IN_SCOPE", ANOTHER);
        item(jdbc, 9, ANOTHER, "IN_SCOPE", null);

        flyway.target("latest").load().migrate();

        assertThat(jdbc.sql("SELECT CONCAT(id, ' ', handover_id, ' ', state) FROM handover_item_view ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "1 7 MOVED",
                        "2 7 CHANGED",
                        "3 7 CHANGED",
                        "4 7 LEFT",
                        "5 7 IN_SCOPE",
                        "6 7 RETURNED",
                        "7 7 RELEASED",
                        "8 7 IN_SCOPE",
                        "9 8 IN_SCOPE");
        jdbc.sql("UPDATE case_service SET responsible_until = NOW(3), ended_by_handover = ? WHERE id IN (5, 9)")
                .param(HANDOVER)
                .update();
        assertThat(jdbc.sql("SELECT id FROM handover_item_view WHERE state = 'MOVED' ORDER BY id")
                        .query(Integer.class)
                        .list())
                .as("what the same handover moves afterwards")
                .containsExactly(1, 5);
        spare.destroy();
    }

    private SingleConnectionDataSource spareDatabase() {
        DatabaseServer server = engine.running();
        JdbcTemplate anew =
                new JdbcTemplate(new DriverManagerDataSource(server.url(), server.user(), server.password()));
        anew.execute("DROP DATABASE IF EXISTS spare");
        anew.execute("CREATE DATABASE spare");
        return new SingleConnectionDataSource(server.spareUrl(), server.user(), server.password(), true);
    }

    private static void item(JdbcClient jdbc, int id, int handover, String state, Integer endedBy) {
        jdbc.sql("""
            INSERT INTO case_service (id, case_id, service_code, unit_code, region_code, responsible_from, responsible_until, last_changed, ended_by_handover)
            VALUES (:id, :id, 'TERMINATIONS', 'PSC_LIVERPOOL', 'NW', '2021-01-01', :until, '2021-09-01', :endedBy)
            """)
                .param("id", id)
                .param("until", endedBy == null ? null : "2022-01-31")
                .param("endedBy", endedBy)
                .update();
        jdbc.sql("""
            INSERT INTO handover_item (id, handover_id, case_service_id, case_id, case_version, last_changed, state)
            VALUES (:id, :handover, :id, :id, 1, '2021-09-01', :state)
            """)
                .param("id", id)
                .param("handover", handover)
                .param("state", state)
                .update();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class HalfMovedMigrationOnMariaDbTest extends HalfMovedMigrationTest {
    HalfMovedMigrationOnMariaDbTest() {
        super(WithDatabase.Engine.MARIADB);
    }
}

@WithDatabase(WithDatabase.Engine.MYSQL)
class HalfMovedMigrationOnMySqlTest extends HalfMovedMigrationTest {
    HalfMovedMigrationOnMySqlTest() {
        super(WithDatabase.Engine.MYSQL);
    }
}
