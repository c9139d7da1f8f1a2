package uk.gov.justice.probation.devolution.web;

import io.camunda.client.CamundaClient;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import uk.gov.justice.probation.devolution.camunda.AcceptsEverything;
import uk.gov.justice.probation.devolution.camunda.PretendedProcesses;
import uk.gov.justice.probation.devolution.database.WithDatabase;
import uk.gov.justice.probation.devolution.example.ExampleDay;
import uk.gov.justice.probation.devolution.example.Given;
import uk.gov.justice.probation.devolution.pages.KeptPages;
import uk.gov.justice.probation.devolution.security.TestIssuer;

/**
 * The whole application on MariaDB, with sign-in by OIDC and bearer tokens, and an engine that accepts everything. All
 * tests with this annotation share one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@WithDatabase
@Import({ExampleDay.OfTheApplication.class, Given.class, KeptPages.class, ConsoleTest.Engine.class})
@ContextConfiguration(initializers = ConsoleTest.OwnIssuer.class)
@ExtendWith(ConsoleTest.Anew.class)
public @interface ConsoleTest {

    final class OwnIssuer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> settings = new HashMap<>(TestIssuer.running().settings());
            settings.put("server.servlet.session.cookie.secure", "false");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("issuer", settings));
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    class Engine {
        @Bean
        CamundaClient engineThatAcceptsEverything() {
            return AcceptsEverything.mock(CamundaClient.class);
        }

        @Bean
        @Primary
        PretendedProcesses whatATestSaysRuns() {
            return new PretendedProcesses();
        }

        @Bean
        CommandExceptionHandlingStrategy noCommandFails() {
            return AcceptsEverything.mock(CommandExceptionHandlingStrategy.class);
        }

        @Bean
        MetricsRecorder noJobIsCounted() {
            return AcceptsEverything.mock(MetricsRecorder.class);
        }
    }

    /** The engine has forgotten what the test before asked. */
    final class Anew implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext test) {
            ApplicationContext context = SpringExtension.getApplicationContext(test);
            AcceptsEverything.anew(context.getBean(CamundaClient.class));
            context.getBean(PretendedProcesses.class).forget();
        }
    }
}
