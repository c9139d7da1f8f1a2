package uk.gov.justice.probation.devolution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.example.ExampleDay.TODAY;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.localstack.sample.SampleData;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * How long the files of a first day take, imported in direct succession into empty tables, when the database has no
 * statistics yet: 90,000 cases with their services and orders of unpaid work, which are started on import; then a
 * caseload twice as large. The ceiling is twice the time for twice the rows: a step that takes longer has a query
 * without an index. Not a test: {@code mvn test -Dtest='UnpaidWorkImport*Benchmark'}, {@code -Dbenchmark.cases=} for
 * another size.
 */
@DomainTest
abstract class UnpaidWorkImportBenchmark {
    private static final int CASES = Integer.getInteger("benchmark.cases", 90_000);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @Test
    void aFirstDayAndOneTwiceAsLarge() {
        importAll(CASES / 10);
        System.out.printf("%n%s%n", getClass().getSimpleName());
        double one = importAll(CASES);
        double two = importAll(2 * CASES);
        System.out.printf("  twice as many take %.2f times as long%n", two / one);
    }

    /** @return seconds */
    private double importAll(int cases) {
        empty();
        SampleData data = new SampleData(cases, TODAY);
        System.out.printf("  %,d cases:%n", cases);
        take("staff", "staff", data::writeStaff);
        return take("cases", "probation_case", data::writeCases)
                + take("case-services", "case_service", data::writeCaseServices)
                + take("upw-projects", "upw_project", data::writeProjects)
                + take("upw-requirements", "upw_order", data::writeRequirements)
                + take("upw-sessions", "upw_session", data::writeSessions)
                + take("case-components", "case_component", data::writeComponents);
    }

    private double take(String file, String table, Consumer<Writer> csv) {
        StringWriter text = new StringWriter();
        csv.accept(text);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        long begun = System.nanoTime();
        imports.take(file, new ByteArrayInputStream(bytes), Colleague.system());
        double seconds = (System.nanoTime() - begun) / 1e9;
        int rows =
                jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
        assertThat(rows).isPositive();
        System.out.printf("    %-17s %,9d rows in %6.2f s = %,7.0f a second%n", file, rows, seconds, rows / seconds);
        return seconds;
    }

    private void empty() {
        jdbc.sql("SET FOREIGN_KEY_CHECKS = 0").update();
        for (String table : List.of(
                "upw_session",
                "upw_order",
                "upw_project",
                "case_component",
                "case_service",
                "probation_case",
                "import_taken")) jdbc.sql("TRUNCATE TABLE " + table).update();
        jdbc.sql("SET FOREIGN_KEY_CHECKS = 1").update();
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class UnpaidWorkImportOnMariaDbBenchmark extends UnpaidWorkImportBenchmark {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class UnpaidWorkImportOnMySqlBenchmark extends UnpaidWorkImportBenchmark {}
