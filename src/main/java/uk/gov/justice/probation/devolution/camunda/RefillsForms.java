package uk.gov.justice.probation.devolution.camunda;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deploys the forms whose lists a file has changed, within a minute. */
@Component
@ConditionalOnProperty("devolution.deploy-on-start")
class RefillsForms {
    private static final Logger log = LoggerFactory.getLogger(RefillsForms.class);

    private final DeployingRelease release;

    RefillsForms(DeployingRelease release) {
        this.release = release;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void refill() {
        int forms = release.refill(Release.NUMBER);
        if (forms > 0) log.info("{} forms are deployed with the lists that have changed", forms);
    }
}
