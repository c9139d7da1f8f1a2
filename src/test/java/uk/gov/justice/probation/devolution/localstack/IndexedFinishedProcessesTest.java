package uk.gov.justice.probation.devolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uses a stand-in for the search store that handles the two requests it is sent as the real one does, and holds a
 * finished order beside one that is still running.
 */
class IndexedFinishedProcessesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ENDED = 2251799813685250L;
    private static final long RUNNING = 2251799813685300L;
    private static final long ENDED_STEP = 2251799813685310L;

    /** @param index the index it is stored in */
    private record Document(String index, String id, Map<String, Object> fields) {}

    @TempDir
    Path folder;

    private final List<Document> documents = new ArrayList<>(List.of(
            new Document("operate-list-view-8.3.0_", "1", Map.of("processInstanceKey", ENDED, "key", ENDED)),
            new Document(
                    "operate-list-view-8.3.0_2026-11-29", "2", Map.of("processInstanceKey", ENDED, "scopeKey", ENDED)),
            new Document("operate-variable-8.3.0_", "3", Map.of("processInstanceKey", ENDED, "scopeKey", ENDED)),
            new Document("operate-flownode-instance-8.3.1_", "4", Map.of("processInstanceKey", ENDED)),
            new Document(
                    "tasklist-task-8.5.0_",
                    "77",
                    Map.of("processInstanceId", "" + ENDED, "flowNodeInstanceId", "2251799813685260")),
            new Document("tasklist-task-variable-8.3.0_", "77-inductionOn", Map.of("taskId", "77")),
            new Document(
                    "tasklist-variable-8.3.0_",
                    "6",
                    Map.of("processInstanceId", "" + ENDED, "scopeFlowNodeId", "" + ENDED)),
            new Document("zeebe-record_variable_8.6.0_2026-11-29", "7", Map.of("processInstanceKey", ENDED)),
            new Document(
                    "operate-variable-8.3.0_", "running", Map.of("processInstanceKey", RUNNING, "scopeKey", RUNNING)),
            new Document(
                    "operate-variable-8.3.0_",
                    "ended step",
                    Map.of("processInstanceKey", RUNNING, "scopeKey", ENDED_STEP)),
            new Document(
                    "tasklist-task-8.5.0_",
                    "88",
                    Map.of("processInstanceId", "" + RUNNING, "flowNodeInstanceId", "" + ENDED_STEP)),
            new Document("tasklist-task-variable-8.3.0_", "88-helpGivenOn", Map.of("taskId", "88")),
            new Document("tasklist-task-variable-8.3.0_", "99-helpGivenOn", Map.of("taskId", "99")),
            new Document(
                    "tasklist-task-8.5.0_",
                    "89",
                    Map.of("processInstanceId", "" + RUNNING, "flowNodeInstanceId", "2251799813685320")),
            new Document("tasklist-draft-task-variable-8.3.0_", "89-inductionOn", Map.of("taskId", "89")),
            new Document("tasklist-draft-task-variable-8.3.0_", "99-inductionOn", Map.of("taskId", "99"))));

    private HttpServer store;
    private LocalStackSettings settings;
    private String token;
    private Map<String, ?> deleted = Map.of();

    @BeforeEach
    void start() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", this::answer);
        store.start();
        settings = LocalStackSettingsTest.settings(Map.of(
                "devolution.local.folder",
                folder.toString(),
                "devolution.local.ports.opensearch-http",
                "" + store.getAddress().getPort()));
        OwnersFile.write(settings.tokenFile(), "a-secret-word");
        token = new LocalToken(settings.tokenFile()).header();
    }

    @AfterEach
    void stop() {
        store.stop(0);
    }

    @Test
    void ofAProcessInstanceThatHasEndedNothingStaysInOperateAndTasklist() {
        new IndexedFinishedProcesses(settings).forget(ENDED, Set.of(ENDED, 2251799813685260L));

        assertThat(ids())
                .containsExactlyInAnyOrder(
                        "7",
                        "running",
                        "ended step",
                        "88",
                        "88-helpGivenOn",
                        "99-helpGivenOn",
                        "89",
                        "89-inductionOn",
                        "99-inductionOn");
    }

    @Test
    void ofOneThatRunsOnlyWhatItsEndedStepsKnewIsDeleted() {
        new IndexedFinishedProcesses(settings).forget(RUNNING, Set.of(ENDED_STEP));

        assertThat(ids())
                .hasSize(13)
                .contains("running", "88", "89", "99-helpGivenOn", "3", "77-inductionOn")
                .doesNotContain("ended step", "88-helpGivenOn", "89-inductionOn");
    }

    @Test
    void whereTheStoreRefusesItIsTriedAgainLater() throws IOException {
        OwnersFile.write(settings.tokenFile(), "another-word");

        assertThatThrownBy(() -> new IndexedFinishedProcesses(settings).forget(ENDED, Set.of(ENDED)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(ids()).hasSize(16);
    }

    @Test
    void whereNothingHasEndedTheDraftsOfOpenTasksAreDeletedAlone() {
        new IndexedFinishedProcesses(settings).forget(RUNNING, Set.of());

        assertThat(ids()).hasSize(15).contains("89", "99-inductionOn").doesNotContain("89-inductionOn");
    }

    @Test
    void whatChangedMeanwhileOrFailedIsTriedAgainLater() {
        for (Map<String, ?> answer : List.of(
                Map.of("version_conflicts", 1, "failures", List.of()),
                Map.of("version_conflicts", 0, "failures", List.of(Map.of("status", 500))))) {
            deleted = answer;
            assertThatThrownBy(() -> new IndexedFinishedProcesses(settings).forget(ENDED, Set.of(ENDED)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("tried again");
        }
        deleted = Map.of("deleted", 1, "version_conflicts", 0, "failures", List.of());
        new IndexedFinishedProcesses(settings).forget(ENDED, Set.of(ENDED));
    }

    private List<String> ids() {
        return documents.stream().map(Document::id).toList();
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        JsonNode asked = JSON.readTree(call.getRequestBody());
        Predicate<Document> meant = document ->
                matches(path.substring(1, path.indexOf('/', 1)), document.index()) && holds(asked, document);
        String answer = "{}";
        int status = 200;
        if (!token.equals(call.getRequestHeaders().getFirst("Authorization"))) status = 401;
        else if (path.endsWith("/_delete_by_query")) {
            documents.removeIf(meant);
            answer = JSON.writeValueAsString(deleted);
        } else
            answer = JSON.writeValueAsString(Map.of(
                    "hits",
                    Map.of(
                            "hits",
                            documents.stream()
                                    .filter(meant)
                                    .map(document -> Map.of("_id", document.id()))
                                    .toList())));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static boolean matches(String patterns, String index) {
        return List.of(patterns.split(",")).stream().anyMatch(pattern -> index.matches(pattern.replace("*", ".*")));
    }

    private static boolean holds(JsonNode asked, Document document) {
        return StreamSupport.stream(
                        asked.path("query").path("bool").path("should").spliterator(), false)
                .anyMatch(any -> {
                    Map.Entry<String, JsonNode> terms =
                            any.path("terms").fields().next();
                    Set<String> values = new HashSet<>();
                    terms.getValue().forEach(value -> values.add(value.asText()));
                    return document.fields().containsKey(terms.getKey())
                            && values.contains(
                                    document.fields().get(terms.getKey()).toString());
                });
    }
}
