package uk.gov.justice.probation.devolution.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes in one line what the engine and its web apps are waiting for, when a test has waited in vain. */
final class Standstill {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KINDS = List.of("process-instance", "user-task", "job", "incident", "variable");
    private static final List<String> IMPORTERS = List.of("tasklist", "operate");
    private static final String NEWEST_OF_EACH = """
      {"size": 300, "sort": [{"position": "desc"}], "collapse": {"field": "key"}}""";
    private static final int LINES = 10;

    private final RunningProduct product;
    private final HttpClient http = HttpClient.newHttpClient();

    Standstill(RunningProduct product) {
        this.product = product;
    }

    String inOneLine() {
        return "incidents: %s; jobs: %s; user tasks: %s; imports: %s; product: %s"
                .formatted(told(this::incidents), told(this::jobs), told(this::tasks), told(this::imports), warnings());
    }

    private List<String> incidents() throws IOException, InterruptedException {
        return newest("incident").stream()
                .filter(record -> record.path("intent").asText().equals("CREATED"))
                .map(record -> "%s %s"
                        .formatted(
                                record.at("/value/elementId").asText(),
                                record.at("/value/errorMessage")
                                        .asText()
                                        .lines()
                                        .findFirst()
                                        .orElse("")))
                .toList();
    }

    private List<String> jobs() throws IOException, InterruptedException {
        return newest("job").stream()
                .filter(record -> !List.of("COMPLETED", "CANCELED", "ERROR_THROWN")
                        .contains(record.path("intent").asText()))
                .map(record -> "%s %s %d s ago, %d retries %s"
                        .formatted(
                                record.at("/value/type").asText(),
                                record.path("intent").asText(),
                                age(record),
                                record.at("/value/retries").asInt(),
                                record.at("/value/errorMessage")
                                        .asText()
                                        .lines()
                                        .findFirst()
                                        .orElse(""))
                        .strip())
                .toList();
    }

    private List<String> tasks() throws IOException, InterruptedException {
        return newest("user-task").stream()
                .filter(record -> !List.of("COMPLETED", "CANCELED")
                        .contains(record.path("intent").asText()))
                .map(record -> "%s %s"
                        .formatted(
                                record.at("/value/elementId").asText(),
                                record.path("intent").asText()))
                .toList();
    }

    /** How far the importers are behind what was exported, by kind of record. */
    private List<String> imports() throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        for (String importer : IMPORTERS) {
            Map<String, Long> imported = new TreeMap<>();
            for (JsonNode position : search(importer + "-import-position-*", "{\"size\": 100}"))
                imported.put(
                        position.path("aliasName").asText(),
                        position.path("position").asLong());
            for (String kind : KINDS) {
                List<JsonNode> newest = search(
                        "zeebe-record_%s_*".formatted(kind), "{\"size\": 1, \"sort\": [{\"position\": \"desc\"}]}");
                if (newest.isEmpty() || !imported.containsKey(kind)) continue;
                long behind = newest.getFirst().path("position").asLong() - imported.get(kind);
                if (behind > 0)
                    all.add("%s %s at %d of %d, written %d s ago"
                            .formatted(
                                    importer,
                                    kind,
                                    imported.get(kind),
                                    imported.get(kind) + behind,
                                    age(newest.getFirst())));
            }
        }
        return all;
    }

    private String warnings() {
        List<String> lines = product.output()
                .lines()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .collect(Collectors.joining(" | "));
    }

    private Collection<JsonNode> newest(String kind) throws IOException, InterruptedException {
        return search("zeebe-record_%s_*".formatted(kind), NEWEST_OF_EACH);
    }

    private List<JsonNode> search(String indices, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("%s/%s/_search".formatted(product.openSearch(), indices)))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", product.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(query))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body())
                .at("/hits/hits")
                .valueStream()
                .map(hit -> hit.path("_source"))
                .toList();
    }

    private static long age(JsonNode record) {
        return Duration.between(Instant.ofEpochMilli(record.path("timestamp").asLong()), Instant.now())
                .toSeconds();
    }

    private interface Look {
        List<String> look() throws IOException, InterruptedException;
    }

    private static String told(Look question) {
        try {
            List<String> seen = question.look();
            return seen.isEmpty() ? "none" : String.join(", ", seen);
        } catch (IOException e) {
            return "OpenSearch does not answer (%s)".formatted(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
