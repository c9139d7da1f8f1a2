package uk.gov.justice.probation.devolution.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Consultations of the releases before that have one name are told apart by their numbers; from then on names are
 * unique.
 */
@JdbcTest
abstract class ConsultationNamesMigrationTest {
    private final WithDatabase.Engine engine;

    ConsultationNamesMigrationTest(WithDatabase.Engine engine) {
        this.engine = engine;
    }

    @Test
    void thoseWithOneNameGetTheirNumber() {
        DatabaseServer server = engine.running();
        JdbcTemplate anew =
                new JdbcTemplate(new DriverManagerDataSource(server.url(), server.user(), server.password()));
        anew.execute("DROP DATABASE IF EXISTS spare");
        anew.execute("CREATE DATABASE spare");
        SingleConnectionDataSource spare =
                new SingleConnectionDataSource(server.spareUrl(), server.user(), server.password(), true);
        FluentConfiguration flyway = Flyway.configure().dataSource(spare);
        flyway.target("55").load().migrate();
        JdbcClient jdbc = JdbcClient.create(spare);
        consultation(jdbc, 1, "North West, November 2026");
        consultation(jdbc, 2, "North West, November 2026");
        consultation(jdbc, 3, "North West, December 2026");
        consultation(jdbc, 4, "x".repeat(120));
        consultation(jdbc, 5, "x".repeat(120));

        flyway.target("latest").load().migrate();

        assertThat(jdbc.sql("SELECT title FROM consultation ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "North West, November 2026 (1)",
                        "North West, November 2026 (2)",
                        "North West, December 2026",
                        "x".repeat(100) + " (4)",
                        "x".repeat(100) + " (5)");
        assertThatThrownBy(() -> consultation(jdbc, 6, "North West, December 2026"))
                .isInstanceOf(DuplicateKeyException.class);
        spare.destroy();
    }

    private static void consultation(JdbcClient jdbc, long id, String title) {
        jdbc.sql("""
            INSERT INTO consultation (id, region_code, title, state, objective, max_choices, mobility_limit_minutes, launched_by, launched_at, version)
            VALUES (?, 'NW', ?, 'LAUNCHED', 'GREEDY', 5, 60, 'hr-nw', NOW(3), 0)
            """).params(id, title).update();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ConsultationNamesMigrationOnMariaDbTest extends ConsultationNamesMigrationTest {
    ConsultationNamesMigrationOnMariaDbTest() {
        super(WithDatabase.Engine.MARIADB);
    }
}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ConsultationNamesMigrationOnMySqlTest extends ConsultationNamesMigrationTest {
    ConsultationNamesMigrationOnMySqlTest() {
        super(WithDatabase.Engine.MYSQL);
    }
}
