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

/**
 * Which orders are informed under the former names: those that have begun, but not those whose start is still in the
 * outbox.
 */
@JdbcTest
abstract class OrdersOfBeforeMigrationTest {
    private final WithDatabase.Engine engine;

    OrdersOfBeforeMigrationTest(WithDatabase.Engine engine) {
        this.engine = engine;
    }

    @Test
    void whatHasBegunIsOfBefore() {
        SingleConnectionDataSource spare = spareDatabase();
        FluentConfiguration flyway = Flyway.configure().dataSource(spare);
        flyway.target("33").load().migrate();
        JdbcClient jdbc = JdbcClient.create(spare);
        jdbc.sql("SET FOREIGN_KEY_CHECKS = 0").update();
        order(jdbc, 1, "NULL", "NOT_STARTED");
        order(jdbc, 2, "NOW(3)", "SESSIONS");
        order(jdbc, 3, "NOW(3)", "STOPPED");
        order(jdbc, 4, "NOW(3)", "TEAM");
        order(jdbc, 23, "NOW(3)", "ASSESSMENT");
        jdbc.sql("SET FOREIGN_KEY_CHECKS = 1").update();
        message(jdbc, "placement.orderReceived", 4, "NULL");
        message(jdbc, "placement.orderReceived", 2, "NOW(6)");
        message(jdbc, "placement.orderStopped", 3, "NULL");

        flyway.target("latest").load().migrate();

        assertThat(jdbc.sql("SELECT order_id FROM upw_order_of_before WHERE former_name ORDER BY order_id")
                        .query(Long.class)
                        .list())
                .containsExactly(2L, 3L, 23L);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM upw_order_of_before")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        spare.destroy();
    }

    @Test
    void whatRunsByTodaysNamesDoesNotKnowAnExtension() {
        SingleConnectionDataSource spare = spareDatabase();
        FluentConfiguration flyway = Flyway.configure().dataSource(spare);
        flyway.target("48").load().migrate();
        JdbcClient jdbc = JdbcClient.create(spare);
        jdbc.sql("SET FOREIGN_KEY_CHECKS = 0").update();
        order(jdbc, 1, "NULL", "NOT_STARTED");
        order(jdbc, 2, "NOW(3)", "SESSIONS");
        order(jdbc, 3, "NOW(3)", "SESSIONS");
        order(jdbc, 4, "NOW(3)", "TEAM");
        order(jdbc, 5, "NOW(3)", "TEAM");
        order(jdbc, 6, "NOW(3)", "COMPLETE");
        order(jdbc, 7, "NOW(3)", "ASSESSMENT");
        jdbc.sql("SET FOREIGN_KEY_CHECKS = 1").update();
        jdbc.sql("INSERT INTO upw_order_of_before (order_id) VALUES (2)").update();
        message(jdbc, "unpaidwork.orderReceived", 3, "NOW(6)");
        message(jdbc, "unpaidwork.orderReceived", 4, "NULL");
        message(jdbc, "placement.orderReceived", 5, "NULL");

        flyway.target("latest").load().migrate();

        assertThat(jdbc.sql("SELECT order_id FROM upw_order_of_before WHERE former_name")
                        .query(Long.class)
                        .list())
                .containsExactly(2L);
        assertThat(jdbc.sql("SELECT order_id FROM upw_order_of_before WHERE NOT former_name ORDER BY order_id")
                        .query(Long.class)
                        .list())
                .containsExactly(3L, 7L);
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

    private static void order(JdbcClient jdbc, long id, String receivedAt, String state) {
        jdbc.sql("""
            INSERT INTO upw_order (id, case_id, requirement_id, sub_type_code, minutes_ordered, minutes_credited, ete_minutes_credited, sentence_date, status, warnings_imported, imported_on,
              received_at, state)
            VALUES (?, 1, ?, 'W01', 6000, 0, 0, '2026-01-05', 'WK', 0, '2026-01-05', %s, ?)
            """.formatted(receivedAt)).params(id, "R" + id, state).update();
    }

    private static void message(JdbcClient jdbc, String name, long order, String completed) {
        String type = "uk.gov.justice.probation.devolution.camunda.EngineMessage";
        jdbc.sql("INSERT INTO EVENT_PUBLICATION VALUES (UUID(), ?, ?, ?, NOW(6), %s)".formatted(completed))
                .params(
                        "uk.gov.justice.probation.devolution.camunda.EngineMessages.deliver(%s)".formatted(type),
                        type,
                        "{\"name\":\"%s\",\"correlationKey\":\"%d\",\"messageId\":\"some\",\"variables\":{},\"timeToLive\":\"PT24H\"}"
                                .formatted(name, order))
                .update();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class OrdersOfBeforeMigrationOnMariaDbTest extends OrdersOfBeforeMigrationTest {
    OrdersOfBeforeMigrationOnMariaDbTest() {
        super(WithDatabase.Engine.MARIADB);
    }
}

@WithDatabase(WithDatabase.Engine.MYSQL)
class OrdersOfBeforeMigrationOnMySqlTest extends OrdersOfBeforeMigrationTest {
    OrdersOfBeforeMigrationOnMySqlTest() {
        super(WithDatabase.Engine.MYSQL);
    }
}
