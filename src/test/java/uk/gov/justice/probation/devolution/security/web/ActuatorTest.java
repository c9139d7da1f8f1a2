package uk.gov.justice.probation.devolution.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import uk.gov.justice.probation.devolution.security.TestIssuer;
import uk.gov.justice.probation.devolution.web.ConsoleTest;

@ConsoleTest
@TestPropertySource(properties = "spring.test.observability.auto-configure=true")
class ActuatorTest {
    private static final String ACCEPTED_BY_PROMETHEUS =
            "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1";

    private final TestIssuer issuer = TestIssuer.running();

    @LocalManagementPort
    int port;

    @Test
    void whoeverReadsMetricsReadsTheNumbersAndNothingElse() throws Exception {
        String reader = issuer.bearer("prometheus", "metrics-reader");

        HttpResponse<String> numbers = get("/actuator/prometheus", reader, ACCEPTED_BY_PROMETHEUS);
        assertThat(numbers.statusCode()).isEqualTo(200);
        assertThat(numbers.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .contains("text");
        assertThat(numbers.body()).contains("# TYPE jvm_memory_used_bytes gauge");
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
        return get(path, bearer, "*/*").statusCode();
    }

    private HttpResponse<String> get(String path, String bearer, String accepted)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", accepted);
        if (!bearer.isEmpty())
            request.header("Authorization", bearer.startsWith("Bearer ") ? bearer : "Bearer " + bearer);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
