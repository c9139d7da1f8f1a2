package uk.gov.justice.probation.devolution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Outside the local profile no settings are assumed: reports every missing one at once, before anything is connected.
 */
class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String EXAMPLE_PASSWORD = "demo";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        if (settings.acceptsProfiles(Profiles.of("local"))) return;
        List<String> missing = missing(settings);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Settings are missing: %s. docker/README.md says what each is; as environment variables they are %s"
                            .formatted(
                                    String.join(", ", missing),
                                    String.join(
                                            ", ",
                                            missing.stream()
                                                    .map(RequiredSettings::environmentVariable)
                                                    .toList())));
        }
    }

    static List<String> missing(Environment settings) {
        List<String> missing = new ArrayList<>(Stream.of(database(), camunda(settings), signIn(), sealing(settings))
                .flatMap(Function.identity())
                .filter(name -> !StringUtils.hasText(settings.getProperty(name)))
                .toList());
        String password = "camunda.client.auth.password";
        if (EXAMPLE_PASSWORD.equals(settings.getProperty(password))) missing.add(password);
        return missing;
    }

    private static Stream<String> database() {
        return Stream.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password");
    }

    private static Stream<String> camunda(Environment settings) {
        String mode = settings.getProperty("camunda.client.mode", "");
        boolean saas = "saas".equalsIgnoreCase(mode) || settings.containsProperty("camunda.client.cloud.cluster-id");
        return saas
                ? Stream.of(
                        "camunda.client.cloud.cluster-id",
                        "camunda.client.cloud.region",
                        "camunda.client.auth.client-id",
                        "camunda.client.auth.client-secret")
                : Stream.of("camunda.client.grpc-address", "camunda.client.rest-address");
    }

    private static Stream<String> signIn() {
        return Stream.of(
                "devolution.security.issuer-uri",
                "devolution.security.client-id",
                "devolution.security.client-secret",
                "devolution.web.allowed-hosts");
    }

    private static Stream<String> sealing(Environment settings) {
        String current = "devolution.confidential.current-key";
        return Stream.of(current, "devolution.confidential.keys." + settings.getProperty(current, "1"));
    }

    private static String environmentVariable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase();
    }
}
