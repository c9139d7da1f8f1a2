package uk.gov.justice.probation.devolution.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everything that the engine exported and that Operate and Tasklist made of it. Searches every document of every index
 * as a whole.
 */
final class ExportedRecords {
    private static final String INDICES = "zeebe-*,operate-*,tasklist-*";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningProduct product;
    private int documents;

    ExportedRecords(RunningProduct product) {
        this.product = product;
    }

    /** How many documents contain each word. */
    Map<String, Integer> holding(Collection<String> words) throws IOException, InterruptedException {
        Map<String, Integer> found = new TreeMap<>();
        words.forEach(word -> found.put(word, 0));
        documents = 0;
        each(INDICES, "{\"match_all\":{}}", document -> {
            String text = document.toString();
            documents++;
            words.stream().filter(text::contains).forEach(word -> found.merge(word, 1, Integer::sum));
        });
        return found;
    }

    /** Reads every document of the indices that matches the query, in no particular order. */
    void each(String indices, String query, Consumer<JsonNode> reader) throws IOException, InterruptedException {
        JsonNode page = send(
                "POST",
                "/%s/_search?scroll=2m".formatted(indices),
                "{\"size\":2000,\"sort\":[\"_doc\"],\"query\":%s}".formatted(query));
        while (!page.path("hits").path("hits").isEmpty()) {
            page.path("hits").path("hits").forEach(hit -> reader.accept(hit.path("_source")));
            page = send(
                    "POST",
                    "/_search/scroll",
                    "{\"scroll\":\"2m\",\"scroll_id\":\"%s\"}"
                            .formatted(page.path("_scroll_id").asText()));
        }
    }

    /**
     * The variables that a task sees in the engine's records, as JSON: its own, and those of the scopes around it that
     * it does not override.
     */
    Map<String, String> variablesOf(String task) throws IOException, InterruptedException {
        send("POST", "/zeebe-record_*/_refresh", "");
        Map<String, String> variables = new TreeMap<>();
        long scope = inOrder("user-task", "key", task)
                .getLast()
                .at("/value/elementInstanceKey")
                .asLong();
        while (scope > 0) {
            Map<String, String> own = new TreeMap<>();
            inOrder("variable", "value.scopeKey", scope)
                    .forEach(variable -> own.put(
                            variable.at("/value/name").asText(),
                            variable.at("/value/value").asText()));
            own.forEach(variables::putIfAbsent);
            scope = inOrder("process-instance", "key", scope)
                    .getLast()
                    .at("/value/flowScopeKey")
                    .asLong();
        }
        return variables;
    }

    private List<JsonNode> inOrder(String kind, String field, Object value) throws IOException, InterruptedException {
        JsonNode found = send(
                "POST",
                "/zeebe-record_%s_*/_search".formatted(kind),
                "{\"size\":5000,\"sort\":[\"position\"],\"query\":{\"term\":{\"%s\":%s}}}".formatted(field, value));
        return found.at("/hits/hits")
                .valueStream()
                .map(hit -> hit.path("_source"))
                .toList();
    }

    /** How many documents the last search read. */
    int documents() {
        return documents;
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(http.send(
                        HttpRequest.newBuilder(URI.create(product.openSearch() + path))
                                .header("Authorization", product.token())
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }
}
