package uk.gov.justice.probation.devolution.localstack;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.ProcessVariables;

/** Asks Operate's own index, because the local profile's Camunda 8.6 lacks the search API of newer engines. */
@Component
@Profile("local")
class IndexedProcessVariables implements ProcessVariables {
    private final OpenSearch openSearch;

    IndexedProcessVariables(LocalStackSettings settings) {
        this.openSearch = new OpenSearch(settings);
    }

    @Override
    public List<Held> of(long processInstanceKey) {
        return openSearch
                .found("/operate-variable-*/_search?size=1000&_source=scopeKey,name,value&q=processInstanceKey:"
                        + processInstanceKey)
                .stream()
                .filter(variable -> !variable.path("value").asText().equals("null"))
                .map(variable -> new Held(
                        variable.path("scopeKey").asLong(),
                        variable.path("name").asText()))
                .toList();
    }
}
