package uk.gov.justice.probation.devolution.database;

import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import uk.gov.justice.probation.devolution.example.ExampleDay;

/**
 * Connects the context of a test marked {@link WithDatabase} to the server; Flyway creates the schema there. For the
 * server it is always the morning of the {@link ExampleDay}.
 */
final class DatabaseCustomizerFactory implements ContextCustomizerFactory {
    private static final String ON_THE_EXAMPLE_DAY = "SET timestamp = " + ExampleDay.MORNING.getEpochSecond();

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        WithDatabase wish = TestContextAnnotationUtils.findMergedAnnotation(testClass, WithDatabase.class);
        return wish == null ? null : new DatabaseCustomizer(wish.value());
    }

    /** A record, so that tests with equal settings share one context. */
    private record DatabaseCustomizer(WithDatabase.Engine engine) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            DatabaseServer server = engine.running();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test-database",
                            Map.of(
                                    "spring.datasource.url", CountsStatements.on(server.url()),
                                    "spring.datasource.username", server.user(),
                                    "spring.datasource.password", server.password(),
                                    "spring.datasource.hikari.connection-init-sql", ON_THE_EXAMPLE_DAY)));
        }
    }
}
