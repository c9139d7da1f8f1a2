package uk.gov.justice.probation.devolution.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Before each test, empties every table that a test may have written to; reference data from the migrations stays. */
public final class CleanDatabase extends AbstractTestExecutionListener {
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int TRIES = 25;

    private static final Set<String> REFERENCE_TABLES = Set.of(
            "flyway_schema_history",
            "region",
            "pdu",
            "site",
            "lease",
            "unit",
            "team",
            "service",
            "plan_service",
            "plan_service_name",
            "scope",
            "scope_condition",
            "bank_holiday",
            "grade",
            "absence_kind",
            "order_type",
            "trade_union",
            "negotiation_region",
            "role",
            "team_task",
            "postcode_area",
            "upw_outcome",
            "enforcement_action",
            "upw_project_type",
            "upw_sub_type",
            "upw_rating",
            "termination_reason",
            "workload_points");

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        clean(test.getApplicationContext().getBean(DataSource.class));
    }

    static void clean(DataSource dataSource) {
        new JdbcTemplate(dataSource).execute((ConnectionCallback<Void>) connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET FOREIGN_KEY_CHECKS = 0");
                for (String table : writtenTables(connection, statement)) {
                    truncate(statement, table);
                }
                statement.execute("SET FOREIGN_KEY_CHECKS = 1");
            }
            return null;
        });
    }

    /** MariaDB counts the rows of a table in the background, and while it does, refuses to truncate the table. */
    private static void truncate(Statement statement, String table) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                statement.execute("TRUNCATE TABLE " + table);
                return;
            } catch (SQLException locked) {
                if (locked.getErrorCode() != LOCK_WAIT_TIMEOUT || tries == TRIES) throw locked;
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /** Asked in one statement: one for each table takes longer than many a test. */
    private static List<String> writtenTables(Connection connection, Statement statement) throws SQLException {
        String asked = tables(connection).stream()
                .map(table -> "SELECT '%1$s' FROM DUAL WHERE EXISTS (SELECT 1 FROM %1$s)".formatted(table))
                .collect(Collectors.joining(" UNION ALL "));
        List<String> written = new ArrayList<>();
        try (var rows = statement.executeQuery(asked)) {
            while (rows.next()) written.add(rows.getString(1));
        }
        return written;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var rows =
                connection.getMetaData().getTables(connection.getCatalog(), null, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME");
                if (!REFERENCE_TABLES.contains(table)) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }
}
