package uk.gov.justice.probation.devolution.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;

/** Somebody who calls our API. */
final class ConsoleApi {
    private static final String BOUNDARY = "a-part-of-many";

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningProduct product;
    private final String credentials;

    ConsoleApi(RunningProduct product, String user) {
        this.product = product;
        this.credentials = "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Parts by name. One that begins with a brace is JSON, any other a CSV file. */
    JsonNode upload(String path, Map<String, String> parts) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        parts.forEach((name, content) ->
                body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                        .formatted(
                                BOUNDARY,
                                name,
                                content.startsWith("{")
                                        ? "\r\nContent-Type: application/json"
                                        : "; filename=\"%s.csv\"".formatted(name),
                                content)));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body + "--%s--\r\n".formatted(BOUNDARY))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(product.console() + path)).header("Authorization", credentials);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return new ObjectMapper().readTree(answer.body());
    }
}
