package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.SearchResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Asks the search API that an orchestration cluster has from 8.8 on. */
@Component
@Profile("!local")
class V2IncidentRecords implements IncidentRecords {
    private static final int PAGE = 1000;

    private final CamundaClient camunda;

    V2IncidentRecords(CamundaClient camunda) {
        this.camunda = camunda;
    }

    @Override
    public List<IncidentRecord> standing() {
        List<IncidentRecord> standing = new ArrayList<>();
        String after = null;
        SearchResponse<Incident> answer;
        do {
            String cursor = after;
            answer = camunda.newIncidentSearchRequest()
                    .filter(filter -> filter.state(IncidentState.ACTIVE))
                    .sort(sort -> sort.incidentKey().asc())
                    .page(page -> {
                        page.limit(PAGE);
                        if (cursor != null) page.after(cursor);
                    })
                    .send()
                    .join();
            answer.items().forEach(incident -> standing.add(record(incident)));
            after = answer.page().endCursor();
        } while (answer.items().size() == PAGE);
        return standing;
    }

    private static IncidentRecord record(Incident incident) {
        return new IncidentRecord(
                incident.getIncidentKey(),
                incident.getProcessInstanceKey(),
                incident.getElementInstanceKey(),
                incident.getProcessDefinitionId(),
                incident.getElementId(),
                incident.getErrorType().name(),
                Objects.requireNonNullElse(incident.getErrorMessage(), ""),
                incident.getCreationTime().toInstant());
    }
}
