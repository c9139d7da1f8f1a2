package uk.gov.justice.probation.devolution.work.overdue;

import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for overdue tasks each working morning, so that nobody gets more than one message a day, and soon after a
 * start.
 */
@Component
@Profile({"local", "cluster"})
class RemindsOfOverdueTasks {
    private final RemindingOfOverdueTasks reminding;
    private final Clock clock;

    RemindsOfOverdueTasks(RemindingOfOverdueTasks reminding, Clock clock) {
        this.reminding = reminding;
        this.clock = clock;
    }

    @Scheduled(cron = "${devolution.reminding.at:0 30 7 * * MON-FRI}", zone = "Europe/London")
    @Scheduled(initialDelayString = "${devolution.reminding.after-start:PT5M}")
    void remind() {
        reminding.remind(clock.instant());
    }
}
