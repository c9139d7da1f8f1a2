package uk.gov.justice.probation.devolution.imports;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.json.AutoConfigureJson;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.SecuritySettings;

/** Base class of import tests: the real imports on a real database, each committing as it would in production. */
@DataJpaTest(showSql = false)
@AutoConfigureJson
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Import({ImportTest.Configuration.class, Given.class})
@EnableConfigurationProperties(SecuritySettings.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@RecordApplicationEvents
public abstract class ImportTest {
    protected static final Colleague SERVICE_OWNER = new Colleague("owner", Set.of(Colleague.SERVICE_OWNER));

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Given given;

    @Autowired
    protected SettableClock clock;

    @Autowired
    private Imports imports;

    protected ImportCounts take(String file, String csv) {
        return take(file, csv, SERVICE_OWNER);
    }

    protected ImportCounts take(String file, String csv, Colleague importer) {
        return imports.take(file, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), importer);
    }

    protected List<BadRow> refused(String file, String csv, Colleague importer) {
        return catchThrowableOfType(ImportRefusedException.class, () -> take(file, csv, importer))
                .badRows();
    }

    protected List<BadRow> refused(String file, String csv) {
        return refused(file, csv, SERVICE_OWNER);
    }

    protected long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    protected static Colleague colleague(String... groups) {
        return new Colleague("someone", Set.of(groups));
    }

    @TestConfiguration
    @ComponentScan(
            basePackages = {
                "uk.gov.justice.probation.devolution.persistence", "uk.gov.justice.probation.devolution.imports",
                        "uk.gov.justice.probation.devolution.workforce", "uk.gov.justice.probation.devolution.caseload",
                "uk.gov.justice.probation.devolution.audit", "uk.gov.justice.probation.devolution.notification",
                        "uk.gov.justice.probation.devolution.security", "uk.gov.justice.probation.devolution.calendar",
                "uk.gov.justice.probation.devolution.facts"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*\\.web\\..*",
                                ".*\\.MaskedProcesses",
                                ".*\\.FollowingFacts",
                                ".*\\.ProcessesOfCases"
                            }))
    static class Configuration {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }
}
