package uk.gov.justice.probation.devolution.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.FinishedProcesses;

/**
 * Deletes from the indices of Operate and Tasklist, because version 8.6 of both can delete only through their pages.
 * The documents of a process instance refer to it by a number in Operate and by text in Tasklist. What a task knew when
 * it was completed, and the draft of an open one, refer only to the task.
 */
@Component
@Profile("local")
class IndexedFinishedProcesses implements FinishedProcesses {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVERYWHERE = "operate-*,tasklist-*";
    private static final int AT_MOST = 1000;

    private final OpenSearch openSearch;

    IndexedFinishedProcesses(LocalStackSettings settings) {
        this.openSearch = new OpenSearch(settings);
    }

    @Override
    public void forget(long processInstanceKey, Set<Long> scopes) {
        try {
            Set<String> tasks = tasks("processInstanceId", Set.of(processInstanceKey));
            delete("tasklist-draft-task-variable-*", terms("taskId", tasks));
            if (scopes.contains(processInstanceKey)) {
                delete(EVERYWHERE, terms("taskId", tasks)); // first, because afterwards the tasks are no longer known
                delete(
                        EVERYWHERE,
                        terms("processInstanceKey", Set.of(processInstanceKey)),
                        terms("processInstanceId", words(Set.of(processInstanceKey))));
            } else if (!scopes.isEmpty()) {
                delete(
                        EVERYWHERE,
                        terms("taskId", tasks("flowNodeInstanceId", scopes)),
                        terms("scopeKey", scopes),
                        terms("scopeFlowNodeId", words(scopes)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException also if something is left, so that it is tried again */
    private void delete(String indices, Map<?, ?>... anyOf) throws IOException {
        JsonNode answer = openSearch.post(
                "/" + indices + "/_delete_by_query?conflicts=proceed&refresh=true", query(List.of(anyOf)));
        if (answer.path("version_conflicts").asInt() > 0
                || !answer.path("failures").isEmpty()) {
            throw new IOException(
                    "OpenSearch did not delete everything from %s: %d documents changed meanwhile, %d failed. It is tried again."
                            .formatted(
                                    indices,
                                    answer.path("version_conflicts").asInt(),
                                    answer.path("failures").size()));
        }
    }

    /**
     * The keys of the tasks. For a task managed by the engine itself the document has the task's key, otherwise that of
     * its job.
     */
    private Set<String> tasks(String field, Set<Long> keys) throws IOException {
        Set<String> tasks = new TreeSet<>();
        for (JsonNode hit : openSearch
                .post("/tasklist-task-*/_search?size=" + AT_MOST, query(List.of(terms(field, words(keys)))))
                .path("hits")
                .path("hits")) tasks.add(hit.path("_id").asText());
        return tasks;
    }

    private static Set<String> words(Set<Long> keys) {
        Set<String> words = new TreeSet<>();
        keys.forEach(key -> words.add(key.toString()));
        return words;
    }

    private static Map<String, ?> terms(String field, Set<?> values) {
        return Map.of("terms", Map.of(field, values));
    }

    private static String query(List<? extends Map<?, ?>> anyOf) throws IOException {
        return JSON.writeValueAsString(
                Map.of("query", Map.of("bool", Map.of("should", anyOf, "minimum_should_match", 1))));
    }
}
