package uk.gov.justice.probation.devolution.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecord;
import uk.gov.justice.probation.devolution.camunda.UserTaskRecords;

/**
 * Reads what the engine's exporter writes of user tasks, in the order of the engine's log; which are open, all in all,
 * Tasklist's index says, which Tasklist itself makes of the same records. The engine is asked first whether it is
 * there: the search store would answer without it.
 */
@Component
@Profile("local")
class ExportedUserTaskRecords implements UserTaskRecords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXPORTED = "/zeebe-record_user-task_*";
    private static final String TASKS = "/tasklist-task-*";
    private static final int AT_ONCE = 500;
    private static final int OPEN_AT_ONCE = 10_000;
    private static final int USUAL_PRIORITY = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final List<String> ENDED = List.of("COMPLETED", "CANCELED");
    private static final List<String> SAID =
            List.of("CREATED", "ASSIGNED", "UPDATED", "MIGRATED", ENDED.getFirst(), ENDED.getLast());
    /** Not the variables with which somebody completes a task. */
    private static final List<String> FIELDS = List.of(
            "key",
            "position",
            "intent",
            "timestamp",
            "value.elementInstanceKey",
            "value.processInstanceKey",
            "value.bpmnProcessId",
            "value.elementId",
            "value.assignee",
            "value.candidateGroupsList",
            "value.candidateUsersList",
            "value.priority",
            "value.dueDate",
            "value.creationTimestamp");

    private final OpenSearch openSearch;
    private final CamundaClient camunda;
    private final Clock clock;

    ExportedUserTaskRecords(LocalStackSettings settings, CamundaClient camunda, Clock clock) {
        this.openSearch = new OpenSearch(settings);
        this.camunda = camunda;
        this.clock = clock;
    }

    @Override
    public Changes since(long position) {
        camunda.newTopologyRequest().requestTimeout(PATIENCE).send().join();
        Instant now = clock.instant();
        refresh();
        List<JsonNode> read = search(
                EXPORTED,
                Map.of(
                        "size",
                        AT_ONCE,
                        "_source",
                        FIELDS,
                        "sort",
                        List.of(Map.of("position", "asc")),
                        "query",
                        both(Map.of("range", Map.of("position", Map.of("gt", position))), said())));
        boolean more = read.size() == AT_ONCE;
        JsonNode last = read.isEmpty() ? null : read.getLast().path("_source");
        return new Changes(
                read.stream().map(ExportedUserTaskRecords::record).toList(),
                last == null ? position : last.path("position").asLong(),
                more,
                more ? Instant.ofEpochMilli(last.path("timestamp").asLong()) : now);
    }

    @Override
    public Map<Long, String> open() {
        Map<Long, String> open = new TreeMap<>();
        List<JsonNode> page;
        long after = 0;
        do {
            page = search(
                    TASKS,
                    Map.of(
                            "size",
                            OPEN_AT_ONCE,
                            "_source",
                            List.of("key", "assignee"),
                            "sort",
                            List.of(Map.of("key", "asc")),
                            "query",
                            both(
                                    Map.of("range", Map.of("key", Map.of("gt", after))),
                                    Map.of("term", Map.of("state", "CREATED")))));
            for (JsonNode hit : page) {
                after = hit.at("/_source/key").asLong();
                open.put(after, hit.at("/_source/assignee").asText(""));
            }
        } while (page.size() == OPEN_AT_ONCE);
        return open;
    }

    @Override
    public List<UserTaskRecord> latest(Collection<Long> keys) {
        refresh();
        List<UserTaskRecord> latest = new ArrayList<>();
        List<Long> asked = List.copyOf(keys);
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            List<Long> some = asked.subList(from, Math.min(asked.size(), from + AT_ONCE));
            search(
                            EXPORTED,
                            Map.of(
                                    "size",
                                    some.size(),
                                    "_source",
                                    FIELDS,
                                    "collapse",
                                    Map.of("field", "key"),
                                    "sort",
                                    List.of(Map.of("position", "desc")),
                                    "query",
                                    both(Map.of("terms", Map.of("key", some)), said())))
                    .forEach(hit -> latest.add(record(hit)));
        }
        return latest;
    }

    /** Without it, what was exported would be found a second later. */
    private void refresh() {
        try {
            openSearch.post(EXPORTED + "/_refresh", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** While the store recovers, a part of the records would say that a task is unknown, or claimed by nobody. */
    private List<JsonNode> search(String index, Map<String, ?> query) {
        try {
            JsonNode answer = openSearch.post(index + "/_search", JSON.writeValueAsString(query));
            JsonNode shards = answer.path("_shards");
            if (index.equals(EXPORTED)
                    && shards.path("successful").asInt() < shards.path("total").asInt())
                throw new IOException("OpenSearch found only a part of what was recorded of tasks");
            List<JsonNode> hits = new ArrayList<>();
            answer.path("hits").path("hits").forEach(hits::add);
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, ?> said() {
        return Map.of("terms", Map.of("intent", SAID));
    }

    private static Map<String, ?> both(Map<String, ?> one, Map<String, ?> other) {
        return Map.of("bool", Map.of("filter", List.of(one, other)));
    }

    private static UserTaskRecord record(JsonNode hit) {
        JsonNode record = hit.path("_source");
        JsonNode value = record.path("value");
        String due = value.path("dueDate").asText("");
        return new UserTaskRecord(
                record.path("key").asLong(),
                value.path("elementInstanceKey").asLong(),
                value.path("processInstanceKey").asLong(),
                value.path("bpmnProcessId").asText(),
                value.path("elementId").asText(),
                value.path("assignee").asText("").isEmpty()
                        ? null
                        : value.path("assignee").asText(),
                words(value.path("candidateGroupsList")),
                words(value.path("candidateUsersList")),
                value.path("priority").asInt(USUAL_PRIORITY),
                Instant.ofEpochMilli(value.path("creationTimestamp").asLong()),
                due.isEmpty() ? null : ZonedDateTime.parse(due).toInstant(),
                !ENDED.contains(record.path("intent").asText()),
                record.path("position").asLong());
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }
}
