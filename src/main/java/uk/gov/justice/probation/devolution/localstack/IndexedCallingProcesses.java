package uk.gov.justice.probation.devolution.localstack;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.CallingProcesses;

/** Asks Operate's own index, because the local profile's Camunda 8.6 lacks the search API of newer engines. */
@Component
@Profile("local")
class IndexedCallingProcesses implements CallingProcesses {
    private final OpenSearch openSearch;

    IndexedCallingProcesses(LocalStackSettings settings) {
        this.openSearch = new OpenSearch(settings);
    }

    @Override
    public Optional<Long> callerOf(long processInstanceKey) {
        return openSearch
                .found(
                        "/operate-list-view-*/_search?_source=parentProcessInstanceKey&q=joinRelation:processInstance%20AND%20processInstanceKey:"
                                + processInstanceKey)
                .stream()
                .map(instance -> instance.path("parentProcessInstanceKey").asLong())
                .filter(caller -> caller > 0)
                .findFirst();
    }
}
