package uk.gov.justice.probation.devolution.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.ImportTest;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.localstack.sample.SampleData;

/**
 * How long importing 90,000 cases and their services takes. The ceiling: the rows that the import wrote are read back
 * and inserted again with bare JDBC batches in one transaction, in the same run on the same server. Not a test:
 * {@code mvn test -Dtest='Import*Benchmark'}, {@code -Dbenchmark.cases=} for another size.
 */
abstract class ImportBenchmark extends ImportTest {
    private static final int CASES = Integer.getInteger("benchmark.cases", 90_000);
    private static final int ROUNDS = 2;
    private static final int BATCH = 1_000;
    private static final String CASE_COLUMNS = """
      id, crn, event_number, region_code, pdu_name, team_code, practitioner_staff_number, order_type_code, start_date, expected_end_date, legacy_organisation, standalone_upw,
      rosh_level, tier, mappa_level, limited_access, version""";
    private static final String SERVICE_COLUMNS =
            "id, case_id, service_code, unit_code, region_code, responsible_from, work_in_progress, last_changed";

    @Autowired
    DataSource dataSource;

    @Autowired
    Imports imports;

    @Test
    void importOfCasesAndTheirServices() throws Exception {
        SampleData data = new SampleData(CASES);
        take("staff", csv(data::writeStaff));
        byte[] cases = csv(data::writeCases);
        byte[] services = csv(data::writeCaseServices);
        System.out.printf("%n%s: %,d cases, best of %d%n", getClass().getSimpleName(), CASES, ROUNDS);

        Best casesImport = new Best();
        Best casesAgain = new Best();
        Best casesBare = new Best();
        Best servicesImport = new Best();
        Best servicesAgain = new Best();
        Best servicesBare = new Best();
        for (int round = 0; round < ROUNDS; round++) {
            empty();
            casesImport.of(() -> take("cases", cases));
            casesAgain.of(() -> retake("cases", cases));
            servicesImport.of(() -> take("case-services", services));
            servicesAgain.of(() -> retake("case-services", services));

            List<Object[]> caseRows = rows("SELECT " + CASE_COLUMNS + " FROM probation_case ORDER BY id");
            List<Object[]> serviceRows = rows("SELECT " + SERVICE_COLUMNS + " FROM case_service ORDER BY id");
            empty();
            casesBare.of(() -> insert("probation_case", CASE_COLUMNS, caseRows));
            servicesBare.of(() -> insert("case_service", SERVICE_COLUMNS, serviceRows));
            casesImport.rows = caseRows.size();
            servicesImport.rows = serviceRows.size();
        }
        report("cases", casesImport, casesAgain, casesBare);
        report("case-services", servicesImport, servicesAgain, servicesBare);
        empty();
    }

    private static void report(String file, Best imported, Best again, Best bare) {
        System.out.printf(
                "  %-14s %,8d rows: import %6.2f s = %,7.0f rows/s; bare JDBC batches %6.2f s; ratio %.2f; every row checked again without a change %.2f s%n",
                file,
                imported.rows,
                imported.seconds(),
                imported.rows / imported.seconds(),
                bare.seconds(),
                imported.seconds() / bare.seconds(),
                again.seconds());
    }

    private void take(String file, byte[] csv) {
        imports.take(file, new ByteArrayInputStream(csv), SERVICE_OWNER);
    }

    /** Clears what was imported last, so that the file is compared row by row. */
    private void retake(String file, byte[] csv) {
        jdbc.sql("DELETE FROM import_taken").update();
        take(file, csv);
    }

    private void empty() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : List.of("import_taken", "case_service", "probation_case"))
                statement.execute("TRUNCATE TABLE " + table);
            statement.execute("SET FOREIGN_KEY_CHECKS = 1");
        }
    }

    private List<Object[]> rows(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> {
                    Object[] values = new Object[row.getMetaData().getColumnCount()];
                    for (int i = 0; i < values.length; i++) values[i] = row.getObject(i + 1);
                    return values;
                })
                .list();
    }

    private void insert(String table, String columns, List<Object[]> rows) throws SQLException {
        String sql = "INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, columns.replaceAll("[a-z_]+", "?"));
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (int i = 0; i < rows.size(); i++) {
                    Object[] row = rows.get(i);
                    for (int column = 0; column < row.length; column++) insert.setObject(column + 1, row[column]);
                    insert.addBatch();
                    if (i % BATCH == BATCH - 1 || i == rows.size() - 1) insert.executeBatch();
                }
            }
            connection.commit();
        }
    }

    private static byte[] csv(Consumer<Writer> file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            file.accept(writer);
        }
        return bytes.toByteArray();
    }

    private static final class Best {
        private long nanos = Long.MAX_VALUE;
        private int rows;

        void of(Work work) throws Exception {
            long start = System.nanoTime();
            work.run();
            nanos = Math.min(nanos, System.nanoTime() - start);
        }

        double seconds() {
            return nanos / 1e9;
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class ImportOnMariaDbBenchmark extends ImportBenchmark {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class ImportOnMySqlBenchmark extends ImportBenchmark {}
