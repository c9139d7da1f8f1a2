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
import java.util.Map;
import java.util.TreeMap;

/** All that the engine exported and what Operate and Tasklist made of it, searched for words: every document of every index is read whole. */
final class ExportedRecords {
  private static final String INDICES = "/zeebe-*,operate-*,tasklist-*";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final RunningProduct product;
  private int documents;

  ExportedRecords(RunningProduct product) {
    this.product = product;
  }

  /** How many documents hold each word. */
  Map<String, Integer> holding(Collection<String> words) throws IOException, InterruptedException {
    Map<String, Integer> found = new TreeMap<>();
    words.forEach(word -> found.put(word, 0));
    documents = 0;
    JsonNode page = send("POST", INDICES + "/_search?scroll=2m", "{\"size\":2000,\"sort\":[\"_doc\"]}");
    while (!page.path("hits").path("hits").isEmpty()) {
      for (JsonNode document : page.path("hits").path("hits")) {
        String text = document.path("_source").toString();
        documents++;
        words.stream().filter(text::contains).forEach(word -> found.merge(word, 1, Integer::sum));
      }
      page = send("POST", "/_search/scroll", "{\"scroll\":\"2m\",\"scroll_id\":\"%s\"}".formatted(page.path("_scroll_id").asText()));
    }
    return found;
  }

  /** How many documents the last search read. */
  int documents() {
    return documents;
  }

  private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
    return JSON.readTree(http.send(HttpRequest.newBuilder(URI.create(product.openSearch() + path)).header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()).body());
  }
}
