package uk.gov.justice.probation.devolution.camunda;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes delivered messages from the outbox once nobody will ask about them any more. Undelivered ones are kept,
 * however old.
 */
@Component
class PurgesOutbox {

    /** @param keep how long delivered messages stay in the outbox */
    @ConfigurationProperties("devolution.outbox")
    record Settings(@DefaultValue("7d") Duration keep) {}

    private final CompletedEventPublications delivered;
    private final Settings settings;

    PurgesOutbox(CompletedEventPublications delivered, Settings settings) {
        this.delivered = delivered;
        this.settings = settings;
    }

    @Scheduled(initialDelayString = "PT10M", fixedRateString = "PT1H")
    void purge() {
        delivered.deletePublicationsOlderThan(settings.keep());
    }
}
