package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Asks the orchestration cluster's search API. */
@Component
@Profile("!local")
class V2CallingProcesses implements CallingProcesses {
    private final CamundaClient camunda;

    V2CallingProcesses(CamundaClient camunda) {
        this.camunda = camunda;
    }

    @Override
    public Optional<Long> callerOf(long processInstanceKey) {
        return Optional.ofNullable(camunda.newProcessInstanceGetRequest(processInstanceKey)
                        .send()
                        .join()
                        .getParentProcessInstanceKey())
                .filter(key -> key > 0);
    }
}
