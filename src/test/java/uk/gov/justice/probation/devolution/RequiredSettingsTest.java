package uk.gov.justice.probation.devolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTest {

    private final MockEnvironment selfManaged = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:mysql://db/devolution")
            .withProperty("spring.datasource.username", "devolution")
            .withProperty("spring.datasource.password", "a secret")
            .withProperty("camunda.client.grpc-address", "https://camunda:26500")
            .withProperty("camunda.client.rest-address", "https://camunda:8080")
            .withProperty("devolution.security.issuer-uri", "https://sign-in")
            .withProperty("devolution.security.client-id", "psc-devolution")
            .withProperty("devolution.security.client-secret", "another secret")
            .withProperty("devolution.web.allowed-hosts", "devolution.example")
            .withProperty("devolution.confidential.current-key", "2026")
            .withProperty("devolution.confidential.keys.2026", "a key");

    @Test
    void aClusterOfOnesOwnNeedsAddresses() {
        assertThat(RequiredSettings.missing(selfManaged)).isEmpty();
        assertThat(RequiredSettings.missing(new MockEnvironment()))
                .contains("camunda.client.grpc-address", "camunda.client.rest-address");
    }

    @Test
    void saasNeedsTheClusterAndAClient() {
        assertThat(RequiredSettings.missing(selfManaged.withProperty("camunda.client.cloud.cluster-id", "0123")))
                .containsExactly(
                        "camunda.client.cloud.region",
                        "camunda.client.auth.client-id",
                        "camunda.client.auth.client-secret");
    }

    @Test
    void anEmptySettingIsAMissingOne() {
        assertThat(RequiredSettings.missing(selfManaged.withProperty("spring.datasource.password", "")))
                .containsExactly("spring.datasource.password");
    }

    @Test
    void theExamplePasswordOfTheCamundaStarterIsNone() {
        assertThat(RequiredSettings.missing(selfManaged.withProperty("camunda.client.auth.password", "demo")))
                .containsExactly("camunda.client.auth.password");
    }

    @Test
    void allThatIsMissingIsNamedAtOnceAsPropertyAndAsVariable() {
        assertThatThrownBy(() -> startWith(new MockEnvironment()))
                .hasMessageContaining("spring.datasource.url")
                .hasMessageContaining("SPRING_DATASOURCE_URL")
                .hasMessageContaining("devolution.security.issuer-uri")
                .hasMessageContaining("DEVOLUTION_SECURITY_ISSUERURI");
    }

    @Test
    void theKeyThatSealsMustBeThere() {
        assertThat(RequiredSettings.missing(selfManaged.withProperty("devolution.confidential.current-key", "2027")))
                .containsExactly("devolution.confidential.keys.2027");
        assertThat(RequiredSettings.missing(new MockEnvironment()))
                .contains("devolution.confidential.current-key", "devolution.confidential.keys.1");
    }

    @Test
    void theLocalProfileNeedsNothing() {
        MockEnvironment local = new MockEnvironment();
        local.setActiveProfiles("local");
        assertThatCode(() -> startWith(local)).doesNotThrowAnyException();
    }

    private static void startWith(MockEnvironment settings) {
        try (var context = new GenericApplicationContext()) {
            context.setEnvironment(settings);
            new RequiredSettings().initialize(context);
        }
    }
}
