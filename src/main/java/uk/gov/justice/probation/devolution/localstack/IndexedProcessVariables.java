package uk.gov.justice.probation.devolution.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ProcessVariables;

/** Asks Operate's own index, since the search API that newer engines have is not there in the local profile's Camunda 8.6. */
@Component
@Profile("local")
class IndexedProcessVariables implements ProcessVariables {
  private final OpenSearch openSearch;

  IndexedProcessVariables(LocalStackSettings settings) {
    this.openSearch = new OpenSearch(settings);
  }

  @Override
  public List<Held> of(long processInstanceKey) {
    try {
      List<Held> held = new ArrayList<>();
      for (JsonNode hit : openSearch.get("/operate-variable-*/_search?size=1000&_source=scopeKey,name,value&q=processInstanceKey:" + processInstanceKey).path("hits").path("hits")) {
        JsonNode variable = hit.path("_source");
        if (!variable.path("value").asText().equals("null")) held.add(new Held(variable.path("scopeKey").asLong(), variable.path("name").asText()));
      }
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
