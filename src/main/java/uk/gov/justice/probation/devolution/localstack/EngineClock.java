package uk.gov.justice.probation.devolution.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The engine's clock, which starts with the time of this machine and is then moved on to the application's. */
final class EngineClock {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Asking takes a while too. */
    private static final Duration UNNOTICED = Duration.ofMillis(500);

    private final LocalStackSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    EngineClock(LocalStackSettings settings) {
        this.settings = settings;
    }

    /** Does nothing if the engine is there already, so that it can be repeated. */
    synchronized void follow(Clock clock) throws IOException {
        JsonNode now = send(request("/actuator/clock").build());
        Duration behind =
                Duration.between(Instant.ofEpochMilli(now.path("epochMilli").asLong()), clock.instant());
        if (behind.compareTo(UNNOTICED) <= 0) return;
        send(request("/actuator/clock/add")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"offsetMilli\": %d}".formatted(behind.toMillis())))
                .build());
    }

    /** Whether everything that the engine has done until now is exported. */
    boolean hasExported() throws IOException {
        JsonNode partition = send(request("/actuator/partitions").build()).path("1");
        return partition.path("exportedPosition").asLong(-1)
                >= partition.path("processedPosition").asLong();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%d%s".formatted(settings.ports().camundaActuator(), path)))
                .timeout(PATIENCE)
                .header("Authorization", new LocalToken(settings.tokenFile()).header());
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 400)
                throw new IOException("The engine answered %d to %s"
                        .formatted(response.statusCode(), request.uri().getPath()));
            return JSON.readTree(response.body());
        } catch (ConnectException nobodyThere) {
            throw new IOException(
                    "Nothing listens on port %d".formatted(request.uri().getPort()), nobodyThere);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
