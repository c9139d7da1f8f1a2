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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.justice.probation.devolution.camunda.IncidentRecord;

/** A search store that holds what Operate wrote, and does what the real one does with the searches it is sent. */
class IndexedIncidentRecordsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant SINCE = Instant.parse("2026-11-29T17:00:00.123Z");

    @TempDir
    Path folder;

    private final List<JsonNode> written = new ArrayList<>();
    private final CamundaClient camunda = mock(CamundaClient.class, RETURNS_DEEP_STUBS);
    private int recovered = 3;
    private HttpServer store;
    private IndexedIncidentRecords records;

    @BeforeEach
    void start() throws IOException {
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/operate-incident-", this::answer);
        store.start();
        LocalStackSettings settings = LocalStackSettingsTest.settings(Map.of(
                "devolution.local.folder",
                folder.toString(),
                "devolution.local.ports.opensearch-http",
                "" + store.getAddress().getPort()));
        OwnersFile.write(settings.tokenFile(), "a-secret-word");
        records = new IndexedIncidentRecords(settings, camunda);
    }

    @AfterEach
    void stop() {
        store.stop(0);
    }

    @Test
    void whatNobodyHasResolvedStands() {
        written(3, "RESOLVED", "2026-11-29T16:00:00.000+0000");
        written(4, "ACTIVE", "2026-11-29T17:00:00.123+0000");
        written(5, "PENDING", SINCE.toEpochMilli());

        assertThat(records.standing())
                .containsExactly(
                        new IncidentRecord(
                                4, 104, 204, "case-termination", "Task_Collect", "JOB_NO_RETRIES", "No unit", SINCE),
                        new IncidentRecord(
                                5, 105, 205, "case-termination", "Task_Collect", "JOB_NO_RETRIES", "No unit", SINCE));
    }

    @Test
    void manyAreReadInParts() {
        for (int key = 1; key <= 2100; key++) written(key, "ACTIVE", SINCE.toEpochMilli());

        assertThat(records.standing()).hasSize(2100);
    }

    @Test
    void withoutTheEngineTheSearchStoreIsNotBelieved() {
        when(camunda.newTopologyRequest().requestTimeout(any()).send().join())
                .thenThrow(new ClientException("connection refused"));

        assertThatThrownBy(records::standing).hasMessageContaining("connection refused");
    }

    @Test
    void aPartOfTheIncidentsIsNotBelieved() {
        written(1, "ACTIVE", SINCE.toEpochMilli());
        recovered = 2;

        assertThatThrownBy(records::standing).hasMessageContaining("only a part");
    }

    private void written(long key, String state, Object since) {
        written.add(JSON.valueToTree(Map.of(
                "key",
                key,
                "processInstanceKey",
                key + 100,
                "flowNodeInstanceKey",
                key + 200,
                "bpmnProcessId",
                "case-termination",
                "flowNodeId",
                "Task_Collect",
                "errorType",
                "JOB_NO_RETRIES",
                "errorMessage",
                "No unit",
                "state",
                state,
                "creationTime",
                since)));
    }

    private void answer(HttpExchange call) throws IOException {
        JsonNode query = JSON.readTree(call.getRequestBody());
        long after = query.at("/query/bool/filter/0/range/key/gt").asLong();
        List<String> states = new ArrayList<>();
        query.at("/query/bool/filter/1/terms/state").forEach(state -> states.add(state.asText()));
        List<Map<String, JsonNode>> hits = written.stream()
                .filter(incident -> incident.path("key").asLong() > after
                        && states.contains(incident.path("state").asText()))
                .limit(query.path("size").asInt())
                .map(incident -> Map.of("_source", incident))
                .toList();
        byte[] body = JSON.writeValueAsString(
                        Map.of("_shards", Map.of("total", 3, "successful", recovered), "hits", Map.of("hits", hits)))
                .getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
