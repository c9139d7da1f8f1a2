package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Logs once when Camunda is down and once when it is back, instead of a stack trace from every worker every few
 * seconds.
 */
@Component
@Profile("cluster")
class WatchesCamunda {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(WatchesCamunda.class);

    private final CamundaClient camunda;
    private boolean away;

    WatchesCamunda(CamundaClient camunda) {
        this.camunda = camunda;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT30S")
    void look() {
        try {
            camunda.newTopologyRequest().requestTimeout(PATIENCE).send().join();
            if (away) log.info("Camunda answers again; automated steps go on");
            away = false;
        } catch (RuntimeException noAnswer) {
            if (!away)
                log.error(
                        "Camunda at {} does not answer: {}. No automated step runs until it does",
                        camunda.getConfiguration().getGrpcAddress(),
                        NestedExceptionUtils.getMostSpecificCause(noAnswer).getMessage());
            away = true;
        }
    }
}
