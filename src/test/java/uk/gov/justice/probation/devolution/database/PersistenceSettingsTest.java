package uk.gov.justice.probation.devolution.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The settings of the connection pool and of Hibernate, made once for all profiles, on both databases. */
@DomainTest
abstract class PersistenceSettingsTest {

    @Autowired
    DataSource pool;

    @Autowired
    EntityManagerFactory entities;

    @ParameterizedTest
    @ValueSource(strings = {"local", "cluster", "test", "any other"})
    void noProfileSaysOtherwise(String profile) {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.profiles.active=" + profile.replace(' ', '-'))
                .run(context -> {
                    var settings = context.getEnvironment();
                    assertThat(settings.getProperty("spring.datasource.hikari.transaction-isolation"))
                            .isEqualTo("TRANSACTION_READ_COMMITTED");
                    assertThat(settings.getProperty("spring.jpa.open-in-view")).isEqualTo("false");
                    assertThat(settings.getProperty("spring.jpa.hibernate.ddl-auto"))
                            .isEqualTo("validate");
                });
    }

    @Test
    void theServerReadsWhatIsCommittedInEachConnectionOfThePool() throws SQLException {
        try (Connection one = pool.getConnection();
                Connection another = pool.getConnection()) {
            assertThat(isolation(one)).isEqualTo("READ-COMMITTED");
            assertThat(isolation(another)).isEqualTo("READ-COMMITTED");
        }
    }

    @Test
    void everyEntitysTableIsCheckedAndTheDatabaseIsNotAskedWhatItIs() {
        assertThat(entities.getProperties())
                .containsEntry("hibernate.hbm2ddl.auto", "validate")
                .containsEntry("hibernate.boot.allow_jdbc_metadata_access", "false");
        assertThat(entities.unwrap(SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect())
                .isExactlyInstanceOf(MySQLDialect.class);
    }

    private static String isolation(Connection connection) throws SQLException {
        try (var row = connection.createStatement().executeQuery("SELECT @@transaction_isolation")) {
            row.next();
            return row.getString(1);
        }
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class PersistenceSettingsOnMariaDbTest extends PersistenceSettingsTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class PersistenceSettingsOnMySqlTest extends PersistenceSettingsTest {}
