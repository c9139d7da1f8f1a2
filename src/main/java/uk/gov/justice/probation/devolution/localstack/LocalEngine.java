package uk.gov.justice.probation.devolution.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads on, in the order of the engine's log, what its exporter writes of timers and automated steps, and keeps in
 * memory which are open. Each look asks the engine itself first: the search store would answer without it.
 */
@Component
@Profile("local")
class LocalEngine implements TrialEngine {
    private static final Logger log = LoggerFactory.getLogger(LocalEngine.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TIMERS = "/zeebe-record_timer_*";
    private static final String STEPS = "/zeebe-record_job_*";
    private static final String PROCESSES = "/zeebe-record_process_*";
    private static final int AT_ONCE = 5_000;
    private static final int MOST_PROCESSES = 2_000;
    /** The models write "never" as a day of the year 9999. */
    private static final Instant NEVER =
            ZonedDateTime.parse("9000-01-01T00:00:00Z").toInstant();

    private static final List<String> OF_TIMERS = List.of(
            "key",
            "position",
            "intent",
            "value.dueDate",
            "value.processInstanceKey",
            "value.elementInstanceKey",
            "value.processDefinitionKey",
            "value.targetElementId");
    private static final List<String> OF_STEPS = List.of("key", "position", "intent", "value.retries");
    private static final List<String> OF_PROCESSES = List.of("value.processDefinitionKey", "value.bpmnProcessId");

    private final OpenSearch openSearch;
    private final EngineClock engine;
    private final TrialClock clock;
    private final Map<Long, Timer> timers = new HashMap<>();
    private final Set<Long> steps = new HashSet<>();
    private final Map<Long, String> processes = new HashMap<>();
    private long timersReadTo;
    private long stepsReadTo;

    LocalEngine(LocalStackSettings settings, TrialClock clock) {
        this.openSearch = new OpenSearch(settings);
        this.engine = new EngineClock(settings);
        this.clock = clock;
    }

    @Override
    public synchronized Awaited look() {
        try {
            boolean exported = engine.hasExported();
            boolean news = readTimers() | readSteps();
            return new Awaited(List.copyOf(timers.values()), steps.size(), exported && !news);
        } catch (IOException away) {
            throw new IllegalStateException(away.getMessage(), away);
        }
    }

    @Override
    public void followClock() {
        try {
            engine.follow(clock);
        } catch (IOException away) {
            throw new IllegalStateException(away.getMessage(), away);
        }
    }

    /** An engine that was started again begins with the time of this machine. */
    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void followAgain() {
        try {
            if (clock.isAhead()) followClock();
        } catch (IllegalStateException away) {
            log.debug("The engine's clock cannot be set while it is away", away);
        }
    }

    private boolean readTimers() throws IOException {
        boolean news = false;
        List<JsonNode> records;
        do {
            records = read(TIMERS, OF_TIMERS, timersReadTo);
            for (JsonNode record : records) {
                timersReadTo = record.path("position").asLong();
                Instant due = Instant.ofEpochMilli(record.at("/value/dueDate").asLong());
                switch (record.path("intent").asText()) {
                    case "CREATED" -> {
                        if (due.isBefore(NEVER)) timers.put(key(record), timer(record, due));
                    }
                    case "TRIGGERED", "CANCELED" -> timers.remove(key(record));
                    default -> {}
                }
                news = true;
            }
        } while (records.size() == AT_ONCE);
        return news;
    }

    private boolean readSteps() throws IOException {
        boolean news = false;
        List<JsonNode> records;
        do {
            records = read(STEPS, OF_STEPS, stepsReadTo);
            for (JsonNode record : records) {
                stepsReadTo = record.path("position").asLong();
                boolean ended = switch (record.path("intent").asText()) {
                    case "COMPLETED", "CANCELED", "ERROR_THROWN" -> true;
                    default -> record.at("/value/retries").asInt() == 0;
                };
                if (ended) steps.remove(key(record));
                else steps.add(key(record));
                news = true;
            }
        } while (records.size() == AT_ONCE);
        return news;
    }

    private static long key(JsonNode record) {
        return record.path("key").asLong();
    }

    private Timer timer(JsonNode record, Instant due) throws IOException {
        long process = record.at("/value/processDefinitionKey").asLong();
        if (!processes.containsKey(process)) readProcesses();
        return new Timer(
                key(record),
                due,
                record.at("/value/processInstanceKey").asLong(),
                record.at("/value/elementInstanceKey").asLong(),
                processes.getOrDefault(process, ""),
                record.at("/value/targetElementId").asText());
    }

    private void readProcesses() throws IOException {
        for (JsonNode record : search(
                PROCESSES,
                Map.of("size", MOST_PROCESSES, "_source", OF_PROCESSES, "query", Map.of("match_all", Map.of()))))
            processes.put(
                    record.at("/value/processDefinitionKey").asLong(),
                    record.at("/value/bpmnProcessId").asText());
    }

    private List<JsonNode> read(String index, List<String> fields, long after) throws IOException {
        openSearch.post(index + "/_refresh", "");
        return search(
                index,
                Map.of(
                        "size",
                        AT_ONCE,
                        "_source",
                        fields,
                        "sort",
                        List.of(Map.of("position", "asc")),
                        "query",
                        Map.of("range", Map.of("position", Map.of("gt", after)))));
    }

    /** While the store recovers, a part of the records would say that nothing is open. */
    private List<JsonNode> search(String index, Map<String, ?> query) throws IOException {
        JsonNode answer = openSearch.post(index + "/_search", JSON.writeValueAsString(query));
        JsonNode shards = answer.path("_shards");
        if (shards.path("successful").asInt() < shards.path("total").asInt())
            throw new IOException("OpenSearch found only a part of what the engine has recorded");
        List<JsonNode> found = new ArrayList<>();
        answer.path("hits").path("hits").forEach(hit -> found.add(hit.path("_source")));
        return found;
    }
}
