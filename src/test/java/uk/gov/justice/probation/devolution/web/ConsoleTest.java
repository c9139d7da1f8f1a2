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
import org.mockito.Answers;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
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
@Import({ExampleDay.OfTheApplication.class, Given.class, KeptPages.class})
@ContextConfiguration(initializers = ConsoleTest.OwnIssuer.class)
@MockitoBean(
        types = {CamundaClient.class, CommandExceptionHandlingStrategy.class, MetricsRecorder.class},
        answers = Answers.RETURNS_DEEP_STUBS)
public @interface ConsoleTest {

    final class OwnIssuer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> settings = new HashMap<>(TestIssuer.running().settings());
            settings.put("server.servlet.session.cookie.secure", "false");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("issuer", settings));
        }
    }
}
