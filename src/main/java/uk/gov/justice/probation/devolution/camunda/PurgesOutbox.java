package uk.gov.justice.probation.devolution.camunda;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets what has left the outbox, once nobody will ask any more whether it did. What has not is kept, however old.
 */
@Component
class PurgesOutbox {

    /** @param keep for how long what was delivered stays in the outbox */
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
