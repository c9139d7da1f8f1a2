package uk.gov.justice.probation.devolution.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.IncidentRecord;
import uk.gov.justice.probation.devolution.camunda.IncidentRecords;

/**
 * Reads Operate's own index, which Operate makes of what the engine exports, because the local profile's Camunda 8.6
 * lacks the search API of newer engines. The engine is asked first whether it is there: the search store would answer
 * without it.
 */
@Component
@Profile("local")
class IndexedIncidentRecords implements IncidentRecords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEARCH = "/operate-incident-*/_search";
    private static final int AT_ONCE = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");
    private static final List<String> FIELDS = List.of(
            "key",
            "processInstanceKey",
            "flowNodeInstanceKey",
            "bpmnProcessId",
            "flowNodeId",
            "errorType",
            "errorMessage",
            "creationTime");

    private final OpenSearch openSearch;
    private final CamundaClient camunda;

    IndexedIncidentRecords(LocalStackSettings settings, CamundaClient camunda) {
        this.openSearch = new OpenSearch(settings);
        this.camunda = camunda;
    }

    @Override
    public List<IncidentRecord> standing() {
        camunda.newTopologyRequest().requestTimeout(PATIENCE).send().join();
        List<IncidentRecord> standing = new ArrayList<>();
        List<JsonNode> some;
        long after = 0;
        do {
            some = search(after);
            for (JsonNode hit : some) {
                after = hit.at("/_source/key").asLong();
                standing.add(record(hit.path("_source")));
            }
        } while (some.size() == AT_ONCE);
        return standing;
    }

    /** While the store recovers, a part of the incidents would say that the others are resolved. */
    private List<JsonNode> search(long after) {
        try {
            JsonNode answer = openSearch.post(
                    SEARCH,
                    JSON.writeValueAsString(Map.of(
                            "size",
                            AT_ONCE,
                            "_source",
                            FIELDS,
                            "sort",
                            List.of(Map.of("key", "asc")),
                            "query",
                            Map.of(
                                    "bool",
                                    Map.of(
                                            "filter",
                                            List.of(
                                                    Map.of("range", Map.of("key", Map.of("gt", after))),
                                                    Map.of(
                                                            "terms",
                                                            Map.of("state", List.of("ACTIVE", "PENDING")))))))));
            JsonNode shards = answer.path("_shards");
            if (shards.path("successful").asInt() < shards.path("total").asInt())
                throw new IOException("OpenSearch found only a part of the incidents");
            List<JsonNode> hits = new ArrayList<>();
            answer.path("hits").path("hits").forEach(hits::add);
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IncidentRecord record(JsonNode incident) {
        return new IncidentRecord(
                incident.path("key").asLong(),
                incident.path("processInstanceKey").asLong(),
                incident.path("flowNodeInstanceKey").asLong(),
                incident.path("bpmnProcessId").asText(),
                incident.path("flowNodeId").asText(),
                incident.path("errorType").asText(),
                incident.path("errorMessage").asText(),
                since(incident.path("creationTime")));
    }

    private static Instant since(JsonNode written) {
        return written.isNumber()
                ? Instant.ofEpochMilli(written.asLong())
                : ZonedDateTime.parse(written.asText(), WRITTEN).toInstant();
    }
}
