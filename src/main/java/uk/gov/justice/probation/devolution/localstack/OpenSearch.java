package uk.gov.justice.probation.devolution.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The embedded OpenSearch node, where the engine exports to and Operate and Tasklist read from. */
final class OpenSearch {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalStackSettings settings;
    private final Path data;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    OpenSearch(LocalStackSettings settings) {
        this.settings = settings;
        this.data = settings.data().resolve("opensearch");
    }

    Path data() {
        return data;
    }

    List<String> commandLine(Path childJar) {
        return ChildJvm.main(
                "OpenSearchNode",
                List.of(
                        childJar,
                        OpenSearchLibraries.in(settings.folder()).folder().resolve("*")),
                settings.memory().opensearch(),
                settings.compiler(),
                List.of(
                        LocalToken.optionFor(settings.tokenFile()),
                        "-Dlocal.data=" + data,
                        "-Dlocal.http=" + settings.ports().opensearchHttp(),
                        "-Dlocal.transport=" + settings.ports().opensearchTransport()));
    }

    /** Polled instead of waited for, because recovery after a crash may take longer than the node's own limit. */
    boolean isReady() {
        try {
            return List.of("yellow", "green")
                    .contains(get("/_cluster/health").path("status").asText());
        } catch (IOException notYet) {
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + settings.ports().opensearchHttp();
    }

    JsonNode get(String path) throws IOException {
        return send(request(path, Duration.ofSeconds(10)).build());
    }

    /** The documents that a search finds. */
    List<JsonNode> found(String search) {
        try {
            List<JsonNode> documents = new ArrayList<>();
            get(search).path("hits").path("hits").forEach(hit -> documents.add(hit.path("_source")));
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode post(String path, String body) throws IOException {
        return send(request(path, Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(timeout)
                .header("Authorization", new LocalToken(settings.tokenFile()).header());
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new IOException("OpenSearch answered %d to %s"
                        .formatted(response.statusCode(), request.uri().getPath()));
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
