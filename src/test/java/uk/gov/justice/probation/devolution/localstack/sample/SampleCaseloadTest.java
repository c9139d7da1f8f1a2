package uk.gov.justice.probation.devolution.localstack.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.gov.justice.probation.devolution.database.DomainTest;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.Imports;

@DomainTest
abstract class SampleCaseloadTest {
    private static final String IN_SCOPE = """
      NOT EXISTS (SELECT 1 FROM scope_condition f WHERE f.scope_code = %s AND NOT CASE f.attribute
        WHEN 'LEGACY_ORGANISATION' THEN c.legacy_organisation = f.value
        WHEN 'STANDALONE_UPW' THEN c.standalone_upw = (f.value = 'true')
        ELSE EXISTS (SELECT 1 FROM case_service o WHERE o.case_id = c.id AND o.open_mark = 1 AND o.service_code = f.value) END)
      """;
    private static final String HELD =
            """
      FROM case_service cs JOIN probation_case c ON c.id = cs.case_id JOIN plan_service ps ON ps.service_code = cs.service_code
      WHERE cs.open_mark = 1 AND cs.region_code IN (:regions) AND cs.unit_code IN (:units) AND ps.plan_service_code = :service AND
      """ + IN_SCOPE.formatted("ps.scope_code") + " AND " + IN_SCOPE.formatted(":scope");

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void everyRowOfThePlanFindsCasesAndTheyAreThereOnce() throws IOException {
        var sample = new SampleCaseload(imports, jdbc, clock);
        List<ImportCounts> loaded = sample.load(3_000);
        assertThat(loaded)
                .extracting(ImportCounts::file)
                .containsExactly(
                        "staff",
                        "cases",
                        "case-services",
                        "vacancies",
                        "teams",
                        "experience",
                        "travel",
                        "upw-projects",
                        "upw-requirements",
                        "upw-sessions",
                        "case-components");
        assertThat(loaded.get(1).added()).isEqualTo(3_000);
        assertThat(sample.load(3_000))
                .allSatisfy(again -> assertThat(again.unchanged()).isEqualTo(again.rows()));

        SoftAssertions softly = new SoftAssertions();
        for (NamedCsvRecord row : plan()) {
            if (row.getField("kind").equals("MILESTONE")) continue;
            for (String region : row.getField("region").split("\\|")) {
                softly.assertThat(held(row, region))
                        .as(row.getField("id") + " in " + region)
                        .isPositive();
            }
            if (row.getField("kind").equals("SITE_MOVE")) move(row);
        }
        softly.assertAll();
    }

    private long held(NamedCsvRecord row, String region) {
        return jdbc.sql("SELECT COUNT(*) " + HELD)
                .param("regions", region)
                .param("units", List.of(row.getField("from_unit").split("\\|")))
                .param("service", row.getField("service"))
                .param("scope", row.getField("scope"))
                .query(Long.class)
                .single();
    }

    private void move(NamedCsvRecord row) {
        jdbc.sql("""
            UPDATE case_service SET unit_code = :to
            WHERE region_code IN (:regions) AND unit_code = :from AND service_code IN (SELECT service_code FROM plan_service WHERE plan_service_code = :service)
            """)
                .param("to", row.getField("to_unit"))
                .param("regions", List.of(row.getField("region").split("\\|")))
                .param("from", row.getField("from_unit"))
                .param("service", row.getField("service"))
                .update();
    }

    private static List<NamedCsvRecord> plan() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(SampleCaseloadTest.class.getResourceAsStream("/handover-plan.csv"))) {
            return rows.stream().toList();
        }
    }
}

@WithDatabase(WithDatabase.Engine.MARIADB)
class SampleCaseloadOnMariaDbTest extends SampleCaseloadTest {}

@WithDatabase(WithDatabase.Engine.MYSQL)
class SampleCaseloadOnMySqlTest extends SampleCaseloadTest {}
