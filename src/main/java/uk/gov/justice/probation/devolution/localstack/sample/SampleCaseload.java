package uk.gov.justice.probation.devolution.localstack.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.imports.ImportCounts;
import uk.gov.justice.probation.devolution.imports.Imports;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Loads the sample data through the imports that real files take. */
@Component
@Profile("local")
public class SampleCaseload {
    private final Imports imports;
    private final JdbcClient jdbc;
    private final Clock clock;

    SampleCaseload(Imports imports, JdbcClient jdbc, Clock clock) {
        this.imports = imports;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Loads staff, this many cases and their services, the places that the regions offer, the teams that take people in
     * and the journeys to them, and the unpaid work of the cases. Data loaded by an earlier attempt stays. Dates are
     * counted from the day of the first attempt.
     */
    public List<ImportCounts> load(int cases) {
        SampleData data = new SampleData(cases, firstDay());
        return List.of(
                take("staff", data::writeStaff),
                take("cases", data::writeCases),
                take("case-services", data::writeCaseServices),
                take("vacancies", data::writeVacancies),
                take("teams", data::writeTeams),
                take("experience", data::writeExperience),
                take("travel", data::writeTravel),
                take("upw-projects", data::writeProjects),
                take("upw-requirements", data::writeRequirements),
                take("upw-sessions", data::writeSessions),
                take("case-components", data::writeComponents));
    }

    private LocalDate firstDay() {
        return jdbc.sql("SELECT MIN(taken_at) FROM import_taken WHERE file = 'staff'")
                .query(LocalDateTime.class)
                .optional()
                .map(taken -> taken.atZone(ZoneOffset.UTC)
                        .withZoneSameInstant(clock.getZone())
                        .toLocalDate())
                .orElseGet(() -> LocalDate.now(clock));
    }

    private ImportCounts take(String file, Consumer<Writer> rows) {
        var csv = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(csv, StandardCharsets.UTF_8)) {
            rows.accept(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return imports.take(file, new ByteArrayInputStream(csv.toByteArray()), Colleague.system());
    }
}
