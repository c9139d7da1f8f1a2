package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Keeps a long automated step from being handed out a second time while it runs. After a minute without a sign of life
 * the engine assumes that the application is dead, which is right for most steps. A step that writes hundreds of
 * letters reports from time to time that it is still working.
 */
@Component
public class LongSteps {
    private static final Duration ANOTHER = Duration.ofMinutes(1);

    private final CamundaClient camunda;

    LongSteps(CamundaClient camunda) {
        this.camunda = camunda;
    }

    public void stillAtWork(ActivatedJob job) {
        camunda.newUpdateTimeoutCommand(job).timeout(ANOTHER).send().join();
    }
}
