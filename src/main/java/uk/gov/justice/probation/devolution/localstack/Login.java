package uk.gov.justice.probation.devolution.localstack;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** A login of the local profile, from {@code localstack/logins.csv}; its password is the user name. */
record Login(String userName, String displayName, List<String> groups) {

    /** Built into Operate; holds every group. */
    static final String DEMO = "demo";

    /** The group that operates the engine for everybody. */
    private static final String OPERATORS = "psc-service-owner";

    /** Whether they may retry, cancel and change in Operate; everybody else with a role can only look. */
    boolean operates() {
        return groups.contains(OPERATORS);
    }

    static List<Login> all() {
        try (Reader csv = new InputStreamReader(
                        new ClassPathResource("localstack/logins.csv").getInputStream(), StandardCharsets.UTF_8);
                Stream<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv).stream()) {
            return rows.map(row -> new Login(
                            row.getField("userName"),
                            row.getField("displayName"),
                            List.of(row.getField("groups").split("\\|"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
