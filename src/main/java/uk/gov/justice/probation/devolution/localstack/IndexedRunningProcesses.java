package uk.gov.justice.probation.devolution.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.RunningProcesses;

/** Asks Operate's own index, because the local profile's Camunda 8.6 lacks the search API of newer engines. */
@Component
@Profile("local")
class IndexedRunningProcesses implements RunningProcesses {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 1000;

    private final OpenSearch openSearch;

    IndexedRunningProcesses(LocalStackSettings settings) {
        this.openSearch = new OpenSearch(settings);
    }

    @Override
    public List<Deployed> deployed() {
        return all("operate-process-*", List.of("key", "bpmnProcessId", "version"), Map.of()).stream()
                .map(process -> new Deployed(
                        process.path("key").asLong(),
                        process.path("bpmnProcessId").asText(),
                        process.path("version").asInt()))
                .toList();
    }

    @Override
    public String model(long definitionKey) {
        return all("operate-process-*", List.of("key", "bpmnXml"), Map.of("key", definitionKey)).stream()
                .map(process -> process.path("bpmnXml").asText())
                .findFirst()
                .orElseThrow(
                        () -> new LocalStackException("Operate does not know the process " + definitionKey + " yet"));
    }

    @Override
    public Map<Long, Set<String>> at(long definitionKey) {
        Map<Long, Set<String>> at = new TreeMap<>();
        all(
                        "operate-list-view-*",
                        List.of("key", "processInstanceKey"),
                        Map.of(
                                "joinRelation",
                                "processInstance",
                                "processDefinitionKey",
                                definitionKey,
                                "state",
                                "ACTIVE"))
                .forEach(instance -> at.put(instance.path("processInstanceKey").asLong(), new TreeSet<>()));
        all(
                        "operate-flownode-instance-*",
                        List.of("key", "processInstanceKey", "flowNodeId", "type"),
                        Map.of("processDefinitionKey", definitionKey, "state", "ACTIVE"))
                .stream()
                .filter(element -> !element.path("type").asText().equals("PROCESS"))
                .filter(element ->
                        at.containsKey(element.path("processInstanceKey").asLong()))
                .forEach(element -> at.get(element.path("processInstanceKey").asLong())
                        .add(element.path("flowNodeId").asText()));
        return at;
    }

    @Override
    public Set<String> flowsTaken(long processInstanceKey) {
        return openSearch
                .found("/operate-sequence-flow-*/_search?size=%d&_source=activityId&q=processInstanceKey:%d"
                        .formatted(AT_ONCE, processInstanceKey))
                .stream()
                .map(flow -> flow.path("activityId").asText())
                .collect(Collectors.toSet());
    }

    @Override
    public OptionalLong definitionOf(long processInstanceKey) {
        return openSearch
                .found(
                        "/operate-list-view-*/_search?_source=processDefinitionKey&q=joinRelation:processInstance%20AND%20processInstanceKey:"
                                + processInstanceKey)
                .stream()
                .mapToLong(instance -> instance.path("processDefinitionKey").asLong())
                .findFirst();
    }

    /** In the order of their keys, page by page. */
    private List<JsonNode> all(String index, List<String> fields, Map<String, ?> terms) {
        List<JsonNode> all = new ArrayList<>();
        List<JsonNode> some;
        long after = 0;
        do {
            some = some(index, fields, terms, after);
            all.addAll(some);
            if (!some.isEmpty()) after = some.getLast().path("key").asLong();
        } while (some.size() == AT_ONCE);
        return all;
    }

    private List<JsonNode> some(String index, List<String> fields, Map<String, ?> terms, long after) {
        List<Map<String, ?>> filter = new ArrayList<>(List.of(Map.of("range", Map.of("key", Map.of("gt", after)))));
        terms.forEach((field, value) -> filter.add(Map.of("term", Map.of(field, value))));
        try {
            List<JsonNode> some = new ArrayList<>();
            openSearch
                    .post(
                            "/" + index + "/_search",
                            JSON.writeValueAsString(Map.of(
                                    "size",
                                    AT_ONCE,
                                    "_source",
                                    fields,
                                    "sort",
                                    List.of(Map.of("key", "asc")),
                                    "query",
                                    Map.of("bool", Map.of("filter", filter)))))
                    .path("hits")
                    .path("hits")
                    .forEach(hit -> some.add(hit.path("_source")));
            return some;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
