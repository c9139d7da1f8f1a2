package uk.gov.justice.probation.devolution.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody who works on tasks through Tasklist's API, for runs without a browser. */
final class TasklistApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final RunningProduct product;
  private final String user;
  private HttpClient http;

  TasklistApi(RunningProduct product, String user) {
    this.product = product;
    this.user = user;
  }

  /** Waits for the task, takes it and completes it, whatever is restarting meanwhile. */
  void complete(String element, Map<String, Object> answers) throws InterruptedException {
    List<Map<String, String>> variables = answers.entrySet().stream().map(answer -> Map.of("name", answer.getKey(), "value", json(answer.getValue()))).toList();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        JsonNode open = send("POST", "/v1/tasks/search", Map.of("state", "CREATED", "taskDefinitionId", element));
        if (!open.isEmpty()) {
          String task = "/v1/tasks/" + open.path(0).path("id").asText();
          send("PATCH", task + "/assign", Map.of("assignee", user, "allowOverrideAssignment", true));
          send("PATCH", task + "/complete", Map.of("variables", variables));
          return;
        }
      } catch (IOException restarting) {
        http = null;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("Nobody was asked to do %s in %s".formatted(element, PATIENCE));
  }

  private JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
    if (http == null) signIn();
    HttpResponse<String> answer = http.send(
        HttpRequest.newBuilder(URI.create(product.webApps() + path)).header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json(body))).build(),
        HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) throw new IOException("%s %s answered %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
    return JSON.readTree(answer.body());
  }

  private void signIn() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpResponse<String> answer = client.send(
        HttpRequest.newBuilder(URI.create("%s/api/login?username=%s&password=%s".formatted(product.webApps(), user, user))).POST(HttpRequest.BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) throw new IOException("sign-in answered %d".formatted(answer.statusCode()));
    http = client;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
