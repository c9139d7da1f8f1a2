package uk.gov.justice.probation.devolution.telling;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has emails sent, asked about, and made for the day, for as long as the application runs. */
@Component
@Profile({"local", "cluster"})
class TellsPeople {
    private static final Logger log = LoggerFactory.getLogger(TellsPeople.class);

    private final SendingNotices sending;
    private final MakingDigests digests;
    private volatile String said = "";

    TellsPeople(SendingNotices sending, MakingDigests digests) {
        this.sending = sending;
        this.digests = digests;
    }

    @Scheduled(initialDelayString = "PT20S", fixedRateString = "${devolution.telling.send-every:5s}")
    void send() {
        tried(sending::send);
    }

    @Scheduled(initialDelayString = "PT1M", fixedRateString = "PT1M")
    void ask() {
        tried(sending::ask);
    }

    @Scheduled(initialDelayString = "PT30S", fixedRateString = "PT1M")
    void makeDigests() {
        tried(digests::make);
    }

    /** What hinders it is said once, until something else does. */
    private void tried(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException later) {
            String why = String.valueOf(
                    NestedExceptionUtils.getMostSpecificCause(later).getMessage());
            if (!why.equals(said)) log.warn("Emails that tell of tasks and messages wait: {}", why);
            said = why;
        }
    }
}
