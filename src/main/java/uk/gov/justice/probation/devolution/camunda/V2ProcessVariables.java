package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Asks the orchestration cluster's search API. */
@Component
@Profile("!local")
class V2ProcessVariables implements ProcessVariables {
    private static final int AT_MOST = 1000;

    private final CamundaClient camunda;

    V2ProcessVariables(CamundaClient camunda) {
        this.camunda = camunda;
    }

    @Override
    public List<Held> of(long processInstanceKey) {
        return camunda
                .newVariableSearchRequest()
                .filter(filter -> filter.processInstanceKey(processInstanceKey))
                .page(page -> page.limit(AT_MOST))
                .send()
                .join()
                .items()
                .stream()
                .filter(variable -> !"null".equals(variable.getValue()))
                .map(variable -> new Held(variable.getScopeKey(), variable.getName()))
                .toList();
    }
}
