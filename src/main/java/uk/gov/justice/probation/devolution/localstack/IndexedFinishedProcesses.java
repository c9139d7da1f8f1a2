package uk.gov.justice.probation.devolution.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.FinishedProcesses;

/**
 * Deletes from the indices of Operate and Tasklist, since both of 8.6 delete through their pages alone. The documents of a process instance name it by a number in Operate and by
 * words in Tasklist; what a task knew when it was completed names the task alone.
 */
@Component
@Profile("local")
class IndexedFinishedProcesses implements FinishedProcesses {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_MOST = 1000;

  private final OpenSearch openSearch;

  IndexedFinishedProcesses(LocalStackSettings settings) {
    this.openSearch = new OpenSearch(settings);
  }

  @Override
  public void forget(long processInstanceKey, Set<Long> scopes) {
    try {
      List<Map<String, ?>> whose = new ArrayList<>();
      if (scopes.contains(processInstanceKey)) {
        whose.add(terms("taskId", tasks("processInstanceId", Set.of(processInstanceKey))));
        whose.add(terms("processInstanceKey", Set.of(processInstanceKey)));
        whose.add(terms("processInstanceId", words(Set.of(processInstanceKey))));
      } else {
        whose.add(terms("taskId", tasks("flowNodeInstanceId", scopes)));
        whose.add(terms("scopeKey", scopes));
        whose.add(terms("scopeFlowNodeId", words(scopes)));
      }
      openSearch.post("/operate-*,tasklist-*/_delete_by_query?conflicts=proceed&refresh=true", query(whose));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of the tasks; of one that the engine keeps itself the document is called as the task, of one of its jobs too. */
  private Set<String> tasks(String field, Set<Long> keys) throws IOException {
    Set<String> tasks = new TreeSet<>();
    for (JsonNode hit : openSearch.post("/tasklist-task-*/_search?size=" + AT_MOST, query(List.of(terms(field, words(keys))))).path("hits").path("hits")) tasks.add(hit.path("_id").asText());
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

  private static String query(List<Map<String, ?>> anyOf) throws IOException {
    return JSON.writeValueAsString(Map.of("query", Map.of("bool", Map.of("should", anyOf, "minimum_should_match", 1))));
  }
}
