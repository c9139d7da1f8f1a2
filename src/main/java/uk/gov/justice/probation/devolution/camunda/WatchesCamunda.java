package uk.gov.justice.probation.devolution.camunda;

import io.camunda.client.CamundaClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Logs once when Camunda is down and once when it is back, instead of a stack trace from every worker every few
 * seconds. Operators are told by a metric too.
 */
@Component
@Profile("cluster")
class WatchesCamunda implements MeterBinder {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(WatchesCamunda.class);

    private final CamundaClient camunda;
    private volatile boolean away;

    WatchesCamunda(CamundaClient camunda) {
        this.camunda = camunda;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("psc.camunda.answers", this, watch -> watch.away ? 0 : 1)
                .description("1 if Camunda answered when it was last asked, 0 if it did not")
                .register(registry);
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
