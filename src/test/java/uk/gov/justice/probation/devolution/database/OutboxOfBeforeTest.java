package uk.gov.justice.probation.devolution.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.ClassUtils;

/**
 * Messages that waited in the outbox under the names of an earlier release still find their event and their listener.
 */
@JdbcTest
abstract class OutboxOfBeforeTest {
    private static final String HERE = "uk.gov.justice.probation.devolution.";
    private static final List<String> BEFORE_ROOMS = List.of(
            "placement.OrdersInHandovers.on(handover.QueueFrozen)",
            "placement.OrdersInHandovers.on(handover.QueueReleased)",
            "placement.OrdersInHandovers.on(handover.CasesHandedOver)",
            "placement.OrdersInHandovers.on(placement.OrdersImported)",
            "placement.process.MaskedOrders.on(caseload.AccessLimited)",
            "termination.Unblocking.on(placement.OutcomeSettled)",
            "termination.Unblocking.on(placement.EnforcementClosed)",
            "termination.StartingTerminations.on(placement.HoursComplete)",
            "preferencing.AfterAppeals.left(consultation.StaffLeft)",
            "preferencing.AfterAppeals.closed(consultation.ConsultationClosed)",
            "preferencing.CohortChanges.joined(consultation.StaffJoined)");

    private final WithDatabase.Engine engine;

    OutboxOfBeforeTest(WithDatabase.Engine engine) {
        this.engine = engine;
    }

    @Test
    void findsItsEventAndItsListener() {
        DatabaseServer server = engine.running();
        JdbcTemplate anew =
                new JdbcTemplate(new DriverManagerDataSource(server.url(), server.user(), server.password()));
        anew.execute("DROP DATABASE IF EXISTS spare");
        anew.execute("CREATE DATABASE spare");
        DriverManagerDataSource spare =
                new DriverManagerDataSource(server.spareUrl(), server.user(), server.password());
        FluentConfiguration flyway = Flyway.configure().dataSource(spare);
        flyway.target("32").load().migrate();
        JdbcClient jdbc = JdbcClient.create(spare);
        for (String waiting : BEFORE_ROOMS) {
            String listener = HERE + waiting.replace("(", "(" + HERE);
            jdbc.sql("INSERT INTO EVENT_PUBLICATION VALUES (UUID(), ?, ?, '{}', NOW(6), NULL)")
                    .params(listener, listener.replaceAll(".*\\((.*)\\)", "$1"))
                    .update();
        }

        flyway.target("latest").load().migrate();

        assertThat(jdbc.sql("SELECT event_type FROM EVENT_PUBLICATION")
                        .query(String.class)
                        .list())
                .hasSameSizeAs(BEFORE_ROOMS)
                .allMatch(OutboxOfBeforeTest::isAClass);
        assertThat(jdbc.sql("SELECT listener_id FROM EVENT_PUBLICATION")
                        .query(String.class)
                        .list())
                .hasSameSizeAs(BEFORE_ROOMS)
                .allMatch(OutboxOfBeforeTest::isAListener);
    }

    private static boolean isAClass(String name) {
        return ClassUtils.isPresent(name, OutboxOfBeforeTest.class.getClassLoader());
    }

    private static boolean isAListener(String id) {
        String[] parts = id.split("[()]");
        int dot = parts[0].lastIndexOf('.');
        String type = parts[0].substring(0, dot);
        return isAClass(type)
                && Stream.of(ClassUtils.resolveClassName(type, OutboxOfBeforeTest.class.getClassLoader())
                                .getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals(parts[0].substring(dot + 1))
                                && method.getParameterCount() == 1
                                && method.getParameterTypes()[0].getName().equals(parts[1]));
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class OutboxOfBeforeOnMariaDbTest extends OutboxOfBeforeTest {
    OutboxOfBeforeOnMariaDbTest() {
        super(WithDatabase.Engine.MARIADB);
    }
}

@WithDatabase(WithDatabase.Engine.MYSQL)
class OutboxOfBeforeOnMySqlTest extends OutboxOfBeforeTest {
    OutboxOfBeforeOnMySqlTest() {
        super(WithDatabase.Engine.MYSQL);
    }
}
