package uk.gov.justice.probation.devolution.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import uk.gov.justice.probation.devolution.security.TestIssuer;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
class ActuatorTest {
    private final TestIssuer issuer = TestIssuer.running();

    @LocalManagementPort
    int port;

    @Test
    void whoeverReadsMetricsReadsTheNumbersAndNothingElse() throws Exception {
        String reader = issuer.bearer("prometheus", "metrics-reader");

        assertThat(status("/actuator/prometheus", reader)).isNotIn(401, 403);
        assertThat(status("/actuator/metrics", reader)).isEqualTo(403);
        assertThat(status("/actuator/info", reader)).isEqualTo(403);
    }

    @Test
    void colleaguesReadHealthAloneAndTheServiceOwnerAll() throws Exception {
        assertThat(status("/actuator/health/readiness", "")).isNotIn(401, 403);
        assertThat(status("/actuator/prometheus", "")).isEqualTo(401);
        assertThat(status("/actuator/prometheus", issuer.bearer("ann", "hr-nw")))
                .isEqualTo(403);
        assertThat(status("/actuator/metrics", issuer.bearer("owner", "psc-service-owner")))
                .isEqualTo(200);
    }

    private int status(String path, String bearer) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!bearer.isEmpty())
            request.header("Authorization", bearer.startsWith("Bearer ") ? bearer : "Bearer " + bearer);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
