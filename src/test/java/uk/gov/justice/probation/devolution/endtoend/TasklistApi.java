package uk.gov.justice.probation.devolution.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody who works on tasks through Tasklist's API, for runs without a browser. */
final class TasklistApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int ALL = 5_000;

    private final RunningProduct product;
    private final String user;
    private String session;

    TasklistApi(RunningProduct product, String user) {
        this.product = product;
        this.user = user;
    }

    /** Waits for the task, claims it and completes it, whatever is restarting in the meantime. */
    void complete(String element, Map<String, Object> answers) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                List<JsonNode> open = open(element);
                if (!open.isEmpty()) {
                    complete(open.getFirst().path("id").asText(), answers, element);
                    return;
                }
            } catch (IOException restarting) {
                session = null;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("Nobody was asked to do %s in %s; %s"
                .formatted(element, PATIENCE, new Standstill(product).inOneLine()));
    }

    /** The open tasks of the element that this person can see. */
    List<JsonNode> open(String element) throws IOException, InterruptedException {
        JsonNode found = send(
                "POST", "/v1/tasks/search", Map.of("state", "CREATED", "taskDefinitionId", element, "pageSize", ALL));
        return found.valueStream().toList();
    }

    /** The keys of all open tasks that this person can see. */
    List<String> open() throws IOException, InterruptedException {
        return send("POST", "/v1/tasks/search", Map.of("state", "CREATED", "pageSize", ALL))
                .valueStream()
                .map(task -> task.path("id").asText())
                .toList();
    }

    /** Waits until this many tasks of the element can be seen. */
    List<JsonNode> await(String element, int count) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + Duration.ofMinutes(15).toNanos();
                System.nanoTime() < end;
                Thread.sleep(250)) {
            List<JsonNode> open = open(element);
            if (open.size() >= count) return open;
        }
        throw new AssertionError("%d tasks %s were not seen, but %d; %s"
                .formatted(count, element, open(element).size(), new Standstill(product).inOneLine()));
    }

    /** Waits for the task of the element whose variable has this value, other than a given one. */
    JsonNode awaitOne(String element, String variable, Object value, String not)
            throws IOException, InterruptedException {
        Map<String, Object> query = Map.of(
                "state",
                "CREATED",
                "taskDefinitionId",
                element,
                "taskVariables",
                List.of(Map.of("name", variable, "value", json(value), "operator", "eq")));
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(250)) {
            for (JsonNode task : send("POST", "/v1/tasks/search", query)) {
                if (!task.path("id").asText().equals(not))
                    return send("GET", "/v1/tasks/" + task.path("id").asText(), "");
            }
        }
        throw new AssertionError("%s with %s = %s was not seen; %s"
                .formatted(element, variable, value, new Standstill(product).inOneLine()));
    }

    /**
     * Everything that the task's form can read: its own variables and those of its process. Waits for them, because
     * Tasklist shows a task before it has read them all.
     */
    Map<String, String> variables(String task) throws IOException, InterruptedException {
        ExportedRecords records = new ExportedRecords(product);
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(250)) {
            Map<String, String> written = records.variablesOf(task);
            Map<String, String> shown = new TreeMap<>();
            for (JsonNode variable : send("POST", "/v1/tasks/%s/variables/search".formatted(task), Map.of())) {
                String name = variable.path("name").asText();
                shown.put(
                        name,
                        variable.path("isValueTruncated").asBoolean()
                                ? written.get(name)
                                : variable.path("value").asText());
            }
            if (shown.entrySet().containsAll(written.entrySet())) return shown;
        }
        throw new AssertionError(
                "Tasklist has not all variables of task %s; %s".formatted(task, new Standstill(product).inOneLine()));
    }

    /** Saves a draft of somebody who has claimed the task. */
    void saveDraft(String task, Map<String, Object> variables) throws IOException, InterruptedException {
        send("PATCH", "/v1/tasks/%s/assign".formatted(task), Map.of("assignee", user, "allowOverrideAssignment", true));
        send("POST", "/v1/tasks/%s/variables".formatted(task), Map.of("variables", named(variables)));
    }

    void assign(String task, String assignee) throws IOException, InterruptedException {
        send(
                "PATCH",
                "/v1/tasks/%s/assign".formatted(task),
                Map.of("assignee", assignee, "allowOverrideAssignment", true));
    }

    /** Completes a task that this person has claimed. */
    void completeOwn(String task, Map<String, Object> answers) throws IOException, InterruptedException {
        send("PATCH", "/v1/tasks/%s/complete".formatted(task), Map.of("variables", named(answers)));
    }

    private static List<Map<String, String>> named(Map<String, Object> variables) {
        return variables.entrySet().stream()
                .map(variable -> Map.of("name", variable.getKey(), "value", json(variable.getValue())))
                .toList();
    }

    /** Claims a task and completes it, retrying while Camunda is too busy. */
    void complete(String task, Map<String, Object> answers, String element) throws IOException, InterruptedException {
        List<Map<String, String>> variables = named(answers);
        boolean taken = false;
        for (int attempt = 1; ; attempt++) {
            try {
                if (!taken)
                    send(
                            "PATCH",
                            "/v1/tasks/%s/assign".formatted(task),
                            Map.of("assignee", user, "allowOverrideAssignment", true));
                taken = true;
                send("PATCH", "/v1/tasks/%s/complete".formatted(task), Map.of("variables", variables));
                return;
            } catch (IOException busy) {
                if (attempt == 10)
                    throw new IOException("%s was not completed: %s".formatted(element, busy.getMessage()), busy);
                Thread.sleep(200L * attempt);
            }
        }
    }

    /** Signs in again if necessary, because sessions end when Camunda restarts. */
    private JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        if (session == null) signIn();
        HttpResponse<String> answer = sendOnce(method, path, body);
        if (answer.statusCode() == 401) {
            signIn();
            answer = sendOnce(method, path, body);
        }
        if (answer.statusCode() >= 300)
            throw new IOException("%s %s answered %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private HttpResponse<String> sendOnce(String method, String path, Object body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(product.webApps() + path))
                        .header("Content-Type", "application/json")
                        .header("Cookie", session)
                        .method(
                                method,
                                method.equals("GET")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(json(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    void signIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(
                                "%s/api/login?username=%s&password=%s".formatted(product.webApps(), user, user)))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) throw new IOException("sign-in answered %d".formatted(answer.statusCode()));
        session = answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .collect(Collectors.joining("; "));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
