package uk.gov.justice.probation.devolution.camunda;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * Deletes who did which task on a page once no step will ask any more. Steps ask right after the task, or when an
 * incident is resolved; the audit trail keeps who did what.
 */
@Component
class PurgesPageCompletions {

    /** @param keep how long it is known after the engine has accepted the completion, or since it was asked for */
    @ConfigurationProperties("devolution.page-completions")
    record Settings(@DefaultValue("90d") Duration keep) {}

    private final PageCompletionRepository completions;
    private final Settings settings;
    private final Clock clock;

    PurgesPageCompletions(PageCompletionRepository completions, Settings settings, Clock clock) {
        this.completions = completions;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedRateString = "PT1H")
    @Transactional
    public void purge() {
        completions.deleteOlderThan(Utc.of(clock.instant().minus(settings.keep())));
    }
}
