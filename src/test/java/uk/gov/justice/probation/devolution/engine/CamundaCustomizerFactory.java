package uk.gov.justice.probation.devolution.engine;

import io.camunda.shaded.awaitility.Awaitility;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Connects the context of a test marked {@link WithCamunda}: its client and Camunda Process Test use the same engine.
 */
final class CamundaCustomizerFactory implements ContextCustomizerFactory {

    static final boolean DOCKER = Boolean.getBoolean("camunda.process-test.docker");

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, WithCamunda.class) ? new CamundaCustomizer() : null;
    }

    /** A record, so that tests with equal settings share one context. */
    private record CamundaCustomizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            Map<String, Object> properties = new HashMap<>(Map.of(
                    "camunda.client.enabled", "true",
                    "camunda.client.prefer-rest-over-grpc", "false"));
            if (!DOCKER) {
                properties.putAll(embedded(EmbeddedCamunda.running()));
            }
            context.getBeanFactory()
                    .registerSingleton("opensEachWorkerOnce", new OpensEachWorkerOnce(context.getBeanFactory()));
            context.getBeanFactory().registerSingleton("remembersServices", new RemembersServices());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-camunda", properties));
        }

        private static Map<String, Object> embedded(EmbeddedCamunda camunda) {
            // Camunda Process Test waits one interval before it looks for the first time: 250 ms a purge and 100 ms an
            // assertion
            Awaitility.setDefaultPollDelay(Duration.ZERO);
            return Map.of(
                    // the engine hands out each job as it is created: a hundred and fifty kinds of steps that each ask
                    // twice a second take most of a test's time, and wait for a quarter of a second
                    "camunda.client.worker.defaults.stream-enabled",
                    "true",
                    "camunda.client.worker.defaults.poll-interval",
                    "PT3S",
                    // a step handed to a request that ended as time was moved comes again after this long, well before
                    // a test gives up
                    "camunda.client.worker.defaults.timeout",
                    "PT20S",
                    "camunda.process-test.runtime-mode",
                    "remote",
                    "camunda.process-test.remote.client.rest-address",
                    camunda.restAddress(),
                    "camunda.process-test.remote.client.grpc-address",
                    camunda.grpcAddress(),
                    "camunda.process-test.remote.camunda-monitoring-api-address",
                    camunda.restAddress());
        }
    }
}
