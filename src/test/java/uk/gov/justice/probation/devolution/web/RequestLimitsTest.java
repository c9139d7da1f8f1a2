package uk.gov.justice.probation.devolution.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.TestIssuer;

/**
 * Over HTTP: the host names under which the service answers, whose forwarded headers it believes, and how large a body
 * may be.
 */
@ConsoleTest
class RequestLimitsTest {
    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    ServletWebServerApplicationContext application;

    private final TestIssuer issuer = TestIssuer.running();

    @Test
    void itAnswersUnderItsOwnNamesOnly() throws Exception {
        for (String own : new String[] {"localhost:" + port, "127.0.0.1", "LOCALHOST"})
            assertThat(sent("/sign-in", "Host: " + own)).as(own).startsWith("HTTP/1.1 200");
        for (String foreign :
                new String[] {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:" + port, "10.0.0.1"}) {
            assertThat(sent("/sign-in", "Host: " + foreign))
                    .as(foreign)
                    .startsWith("HTTP/1.1 400")
                    .contains("does not answer under the name")
                    .doesNotContain("<form");
            assertThat(sent("/api/handovers", "Host: " + foreign))
                    .as(foreign)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json");
        }
    }

    @Test
    void whatAProxyOnThisMachineSaysIsBelievedAndNobodyElses() throws Exception {
        assertThat(sent("/sign-in", "Host: localhost", "X-Forwarded-Host: evil.example"))
                .startsWith("HTTP/1.1 400");
        assertThat(sent("/", "Host: localhost", "X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.7"))
                .contains("Location: https://localhost");

        RemoteIpValve valve = Arrays.stream(((TomcatWebServer) application.getWebServer())
                        .getTomcat()
                        .getEngine()
                        .getPipeline()
                        .getValves())
                .filter(RemoteIpValve.class::isInstance)
                .map(RemoteIpValve.class::cast)
                .findFirst()
                .orElseThrow();
        Pattern trusted = Pattern.compile(valve.getInternalProxies());
        assertThat(new String[] {"127.0.0.1", "::1"})
                .allMatch(address -> trusted.matcher(address).matches());
        assertThat(new String[] {"10.0.0.5", "192.168.1.1", "172.17.0.1", "169.254.1.1", "203.0.113.7", "fe80::1"})
                .noneMatch(address -> trusted.matcher(address).matches());
    }

    @Test
    void aBodyIsNoLargerThanItCanNeedToBe() throws Exception {
        byte[] large = ("{\"baseDate\":\"" + "9".repeat(TWO_MEGABYTES) + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] small = ("{\"baseDate\":\"" + "9".repeat(TWO_MEGABYTES - 100) + "\"}").getBytes(StandardCharsets.UTF_8);
        for (String path : new String[] {
            "/api/programmes",
            "/api/consultations",
            "/api/upw/sessions",
            "/api/terminations/X000001/1/events",
            "/api/imports/cases"
        }) {
            for (BodyPublisher body : new BodyPublisher[] {
                BodyPublishers.ofByteArray(large), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))
            }) {
                HttpResponse<String> answer = posted(path, "application/json", body, "key-" + path.hashCode());
                assertThat(answer.statusCode()).as(path).isEqualTo(413);
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("application/problem+json");
                assertThat(answer.body()).contains("larger than 2 MB");
            }
        }
        assertThat(posted(
                                "/api/programmes",
                                "application/json",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(small)),
                                null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void filesAreTakenWhereFilesAreImportedAndNowhereElse() throws Exception {
        byte[] file = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cases.csv\"\r\n\r\n"
                        + "a,b\n".repeat(TWO_MEGABYTES / 3) + "\r\n--x--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(posted(
                                "/api/imports/cases",
                                "multipart/form-data; boundary=x",
                                BodyPublishers.ofByteArray(file),
                                null)
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> elsewhere =
                posted("/api/programmes", "multipart/form-data; boundary=x", BodyPublishers.ofByteArray(file), null);
        assertThat(elsewhere.statusCode()).isEqualTo(415);
        assertThat(elsewhere.body()).contains("does not accept files");
    }

    /**
     * As the page sends them on which a hundred rows of free places can be typed; the import itself takes only a file.
     */
    @Test
    void aFormWithAFileHasAsManyFieldsAsAPageCanAskFor() throws Exception {
        assertThat(withFields(410))
                .startsWith("400 ")
                .contains("There is no parameter places here. It takes file, partial.");
        assertThat(withFields(500)).startsWith("413 ");
    }

    private String withFields(int fields) throws Exception {
        byte[] form = ("--x\r\nContent-Disposition: form-data; name=\"places\"\r\n\r\n3\r\n".repeat(fields)
                        + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cases.csv\"\r\n\r\na,b\n\r\n--x--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                posted("/api/imports/cases", "multipart/form-data; boundary=x", BodyPublishers.ofByteArray(form), null);
        return answer.statusCode() + " " + answer.body();
    }

    private HttpResponse<String> posted(String path, String type, BodyPublisher body, String idempotencyKey)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .header("Authorization", issuer.bearer("psc-service-owner", Colleague.SERVICE_OWNER))
                .POST(body);
        if (idempotencyKey != null) request.header("Idempotency-Key", idempotencyKey);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a request with any host name. */
    private String sent(String path, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                                    .formatted(path, String.join("\r\n", headers)))
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
