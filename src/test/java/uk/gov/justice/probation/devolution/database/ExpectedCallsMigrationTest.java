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
 * Processes that were requested under the previous release and have not begun yet become expected; their old listeners
 * no longer do anything.
 */
@JdbcTest
abstract class ExpectedCallsMigrationTest {
    private final WithDatabase.Engine engine;

    ExpectedCallsMigrationTest(WithDatabase.Engine engine) {
        this.engine = engine;
    }

    @Test
    void whatHasNotBegunIsExpected() {
        DatabaseServer server = engine.running();
        JdbcTemplate anew =
                new JdbcTemplate(new DriverManagerDataSource(server.url(), server.user(), server.password()));
        anew.execute("DROP DATABASE IF EXISTS spare");
        anew.execute("CREATE DATABASE spare");
        SingleConnectionDataSource spare =
                new SingleConnectionDataSource(server.spareUrl(), server.user(), server.password(), true);
        FluentConfiguration flyway = Flyway.configure().dataSource(spare);
        flyway.target("40").load().migrate();
        JdbcClient jdbc = JdbcClient.create(spare);
        jdbc.sql("SET FOREIGN_KEY_CHECKS = 0").update();
        jdbc.sql(
                        "INSERT INTO regional_programme (id, programme_id, region_code, state, process_instance_key, version) VALUES (1, 1, 'NW', 'RUNNING', 111, 0), (2, 1, 'GM', 'RUNNING', NULL, 0)")
                .update();
        handover(jdbc, 1, 1, "HANDOVER", "NULL");
        handover(jdbc, 2, 1, "SITE_MOVE", "NULL");
        handover(jdbc, 3, 1, "MILESTONE", "NULL");
        handover(jdbc, 4, 1, "HANDOVER", "99");
        handover(jdbc, 5, 2, "HANDOVER", "NULL");
        handover(jdbc, 6, 1, "HANDOVER", "NULL");
        expected(jdbc, "service-handover", "6", 6, "NULL");
        consultation(jdbc, 1, "INDIVIDUAL");
        consultation(jdbc, 2, "PREFERENCES");
        member(jdbc, 11, 1, "2026-01-01", "NULL");
        member(jdbc, 12, 1, "2026-03-01", "NULL");
        member(jdbc, 13, 1, "2026-03-01", "99");
        member(jdbc, 21, 2, "2026-03-01", "99");
        member(jdbc, 22, 2, "2026-03-01", "98");
        jdbc.sql("INSERT INTO preference_asking (member_id, process_instance_key, closes_at) VALUES (22, 97, NOW(3))")
                .update();
        enforcement(jdbc, 31, "NULL");
        enforcement(jdbc, 32, "NOW(3)");
        enforcement(jdbc, 33, "NULL");
        enforcement(jdbc, 34, "NULL");
        expected(jdbc, "upw-enforcement", "33", 5, "96");
        jdbc.sql(
                        "INSERT INTO task_subject (instance_key, name, value, about) VALUES (95, 'enforcementId', '34', 'enforcement/34')")
                .update();
        jdbc.sql("SET FOREIGN_KEY_CHECKS = 1").update();
        message(jdbc, 33, "NULL");
        message(jdbc, 31, "NULL");
        message(jdbc, 34, "NOW(6)");

        flyway.target("latest").load().migrate();

        assertThat(jdbc.sql(
                                "SELECT CONCAT(process, ' ', value, ' ', occasion) FROM expected_call WHERE begun_by IS NULL")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "service-handover 1 111",
                        "site-move 2 111",
                        "service-handover 6 6",
                        "one-to-one 12 1",
                        "rank-locations 21 2",
                        "upw-enforcement 31 0",
                        "upw-enforcement 33 1");
        spare.destroy();
    }

    private static void handover(JdbcClient jdbc, long id, long programme, String kind, String begunBy) {
        jdbc.sql("""
            INSERT INTO handover (id, regional_programme_id, plan_row_id, kind, region_code, service, scope, from_units, to_unit, window_start, planned_date, gates, state, process_instance_key, version)
            VALUES (?, ?, ?, ?, 'NW', 'ALLOCATION', '', 'PSC_LIVERPOOL', 'REGION_NW', '2026-01-05', '2026-01-05', '', 'PLANNED', %s, 0)
            """.formatted(begunBy)).params(id, programme, "R" + id, kind).update();
    }

    private static void consultation(JdbcClient jdbc, long id, String state) {
        jdbc.sql("""
            INSERT INTO consultation (id, region_code, title, state, objective, max_choices, mobility_limit_minutes, launched_by, launched_at, individual_stage_at, version)
            VALUES (?, 'NW', 'PSC', ?, 'GREEDY', 5, 60, 'hr-nw', NOW(3), '2026-02-01', 0)
            """).params(id, state).update();
    }

    private static void member(JdbcClient jdbc, long id, long consultation, String joined, String metBy) {
        jdbc.sql(
                        "INSERT INTO cohort_member (id, consultation_id, staff_number, joined_at, one_to_one_begun) VALUES (?, ?, ?, ?, %s)"
                                .formatted(metBy))
                .params(id, consultation, "S" + id, joined)
                .update();
    }

    private static void enforcement(JdbcClient jdbc, long id, String closed) {
        jdbc.sql(
                        "INSERT INTO upw_enforcement (id, order_id, session_id, failed_on, state, opened_at, closed_at) VALUES (?, 1, ?, '2026-03-01', 'EVIDENCE', NOW(3), %s)"
                                .formatted(closed))
                .params(id, id)
                .update();
    }

    private static void expected(JdbcClient jdbc, String process, String value, long occasion, String begunBy) {
        jdbc.sql("INSERT INTO expected_call (process, value, occasion, begun_by) VALUES (?, ?, ?, %s)"
                        .formatted(begunBy))
                .params(process, value, occasion)
                .update();
    }

    private static void message(JdbcClient jdbc, long enforcement, String completed) {
        String type = "uk.gov.justice.probation.devolution.camunda.EngineMessage";
        jdbc.sql("INSERT INTO EVENT_PUBLICATION VALUES (UUID(), ?, ?, ?, NOW(6), %s)".formatted(completed))
                .params(
                        "uk.gov.justice.probation.devolution.camunda.EngineMessages.deliver(%s)".formatted(type),
                        type,
                        "{\"name\":\"unpaidwork.enforcementNeeded\",\"correlationKey\":\"1\",\"messageId\":\"some\",\"variables\":{\"enforcementId\":%d},\"timeToLive\":\"PT24H\"}"
                                .formatted(enforcement))
                .update();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ExpectedCallsMigrationOnMariaDbTest extends ExpectedCallsMigrationTest {
    ExpectedCallsMigrationOnMariaDbTest() {
        super(WithDatabase.Engine.MARIADB);
    }
}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ExpectedCallsMigrationOnMySqlTest extends ExpectedCallsMigrationTest {
    ExpectedCallsMigrationOnMySqlTest() {
        super(WithDatabase.Engine.MYSQL);
    }
}
