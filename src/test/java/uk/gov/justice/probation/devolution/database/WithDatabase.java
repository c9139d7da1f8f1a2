package uk.gov.justice.probation.devolution.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * Runs a Spring test on its own database, MariaDB unless it asks for MySQL, with profile {@code test}. Each test starts
 * with nothing but reference data.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ActiveProfiles("test")
@Tag("database")
@TestExecutionListeners(
        listeners = {EmptyQueues.class, CleanDatabase.class, ReadsAnew.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface WithDatabase {

    Engine value() default Engine.MARIADB;

    enum Engine {
        MARIADB,
        MYSQL;

        DatabaseServer running() {
            return this == MARIADB ? EmbeddedMariaDb.running() : EmbeddedMySql.running();
        }
    }
}
