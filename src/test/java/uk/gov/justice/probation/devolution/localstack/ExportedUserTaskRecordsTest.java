package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecord;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecords.Changes;

/** A search store that does what the real one does with the searches it is sent, and holds what the exporter wrote. */
class ExportedUserTaskRecordsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-29T18:00:00Z");
    private static final long CREATED = Instant.parse("2026-11-29T17:00:00Z").toEpochMilli();
    private static final long TASK = 2251799813685300L;

    @TempDir
    Path folder;

    private final List<JsonNode> exported = new ArrayList<>();
    private final List<JsonNode> tasks = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final CamundaClient camunda = mock(CamundaClient.class, RETURNS_DEEP_STUBS);
    private int recovered = 3;
    private HttpServer store;
    private ExportedUserTaskRecords records;

    @BeforeEach
    void start() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", this::answer);
        store.start();
        LocalStackSettings settings = LocalStackSettingsTest.settings(Map.of(
                "devolution.local.folder",
                folder.toString(),
                "devolution.local.ports.opensearch-http",
                "" + store.getAddress().getPort()));
        OwnersFile.write(settings.tokenFile(), "a-secret-word");
        records = new ExportedUserTaskRecords(settings, camunda, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        store.stop(0);
    }

    @Test
    void whatWasRecordedIsReadInItsOrder() {
        exported(30, "ASSIGNED", TASK, "hr-nw");
        exported(10, "CREATED", TASK, "");
        exported(11, "ASSIGNING", TASK, "hr-nw");
        exported(40, "COMPLETED", TASK + 1, "hr-nw");
        exported(50, "CANCELED", TASK + 2, "");

        Changes changes = records.since(0);

        assertThat(changes.tasks()).extracting(UserTaskRecord::position).containsExactly(10L, 30L, 40L, 50L);
        assertThat(changes.tasks()).extracting(UserTaskRecord::open).containsExactly(true, true, false, false);
        assertThat(changes.tasks()).extracting(UserTaskRecord::assignee).containsExactly(null, "hr-nw", "hr-nw", null);
        assertThat(changes.tasks().getFirst())
                .isEqualTo(new UserTaskRecord(
                        TASK,
                        TASK + 1000,
                        4711,
                        "service-handover",
                        "Task_Decide",
                        null,
                        List.of("hr-nw", "rpd-nw"),
                        List.of("PSCL001"),
                        80,
                        Instant.ofEpochMilli(CREATED),
                        Instant.parse("2026-12-04T17:00:00Z"),
                        true,
                        10));
        assertThat(changes.position()).isEqualTo(50);
        assertThat(changes.more()).isFalse();
        assertThat(changes.knownUntil()).isEqualTo(NOW);
        assertThat(asked.getFirst()).as("nothing is left for a second").endsWith("_refresh");
    }

    @Test
    void itIsReadOnFromAPositionAndInParts() {
        for (int position = 1; position <= 700; position++) exported(position, "CREATED", TASK + position, "");

        Changes first = records.since(0);
        Changes rest = records.since(first.position());

        assertThat(first.tasks()).hasSize(500);
        assertThat(first.more()).isTrue();
        assertThat(first.knownUntil()).isBefore(NOW);
        assertThat(rest.tasks()).hasSize(200);
        assertThat(rest.more()).isFalse();
        assertThat(records.since(rest.position()).position()).isEqualTo(700);
    }

    @Test
    void ofATaskTheLastRecordCounts() {
        exported(10, "CREATED", TASK, "");
        exported(30, "ASSIGNED", TASK, "hr-nw");
        exported(40, "COMPLETED", TASK + 1, "");

        assertThat(records.latest(List.of(TASK, TASK + 1, TASK + 2)))
                .extracting(UserTaskRecord::position)
                .containsExactlyInAnyOrder(30L, 40L);
    }

    @Test
    void whichAreOpenTasklistKnows() {
        tasks.add(JSON.valueToTree(Map.of("key", TASK, "state", "CREATED", "assignee", "hr-nw")));
        tasks.add(JSON.valueToTree(Map.of("key", TASK + 1, "state", "CREATED")));
        tasks.add(JSON.valueToTree(Map.of("key", TASK + 2, "state", "COMPLETED")));

        assertThat(records.open()).isEqualTo(Map.of(TASK, "hr-nw", TASK + 1, ""));
    }

    @Test
    void withoutTheEngineTheSearchStoreIsNotBelieved() {
        exported(10, "CREATED", TASK, "");
        when(camunda.newTopologyRequest().requestTimeout(any()).send().join())
                .thenThrow(new ClientException("connection refused"));

        assertThatThrownBy(() -> records.since(0)).hasMessageContaining("connection refused");
    }

    @Test
    void aPartOfTheRecordsIsNotBelieved() {
        exported(10, "CREATED", TASK, "");
        recovered = 2;

        assertThatThrownBy(() -> records.since(0)).hasMessageContaining("only a part");
        assertThatThrownBy(() -> records.latest(List.of(TASK))).hasMessageContaining("only a part");
    }

    private void exported(long position, String intent, long key, String assignee) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("userTaskKey", key);
        value.put("elementInstanceKey", key + 1000);
        value.put("processInstanceKey", 4711);
        value.put("bpmnProcessId", "service-handover");
        value.put("elementId", "Task_Decide");
        value.put("assignee", assignee);
        value.put("candidateGroupsList", List.of("hr-nw", "rpd-nw"));
        value.put("candidateUsersList", List.of("PSCL001"));
        value.put("priority", 80);
        value.put("dueDate", "2026-12-04T17:00:00Z[Europe/London]");
        value.put("creationTimestamp", CREATED);
        exported.add(JSON.valueToTree(Map.of(
                "key", key, "position", position, "intent", intent, "timestamp", CREATED + position, "value", value)));
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        asked.add(path);
        String answer = "{}";
        if (path.endsWith("/_search")) {
            JsonNode query = JSON.readTree(call.getRequestBody());
            Map<String, Integer> shards = Map.of("total", 3, "successful", recovered);
            answer = JSON.writeValueAsString(Map.of("_shards", shards, "hits", Map.of("hits", found(path, query))));
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private List<Map<String, JsonNode>> found(String path, JsonNode query) {
        Map.Entry<String, JsonNode> sort =
                query.path("sort").path(0).properties().iterator().next();
        Comparator<JsonNode> order =
                Comparator.comparing(document -> document.path(sort.getKey()).asLong());
        List<JsonNode> sorted = (path.startsWith("/zeebe-record_user-task_") ? exported : tasks)
                .stream()
                        .filter(document -> query.at("/query/bool/filter")
                                .valueStream()
                                .allMatch(condition -> holds(condition, document)))
                        .sorted(sort.getValue().asText().equals("desc") ? order.reversed() : order)
                        .toList();
        String collapse = query.at("/collapse/field").asText("position");
        Map<String, JsonNode> collapsed = new LinkedHashMap<>();
        sorted.forEach(document -> collapsed.putIfAbsent(
                document.path(document.has(collapse) ? collapse : "key").asText(), document));
        return collapsed.values().stream()
                .limit(query.path("size").asInt())
                .map(document -> Map.of("_source", document))
                .toList();
    }

    private static boolean holds(JsonNode condition, JsonNode document) {
        Map.Entry<String, JsonNode> kind = condition.properties().iterator().next();
        Map.Entry<String, JsonNode> field =
                kind.getValue().properties().iterator().next();
        JsonNode value = document.path(field.getKey());
        return switch (kind.getKey()) {
            case "range" -> value.asLong() > field.getValue().path("gt").asLong();
            case "term" -> value.asText().equals(field.getValue().asText());
            case "terms" ->
                field.getValue().valueStream().anyMatch(any -> any.asText().equals(value.asText()));
            default -> throw new AssertionError(condition);
        };
    }
}
