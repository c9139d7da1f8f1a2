package uk.gov.justice.probation.devolution.consultation.onetoone;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each morning, and after a start, who stands in from that day on, and who does not any more. */
@Component
class StandInsOfEachDay {
    private final NamingStandIns naming;

    StandInsOfEachDay(NamingStandIns naming) {
        this.naming = naming;
    }

    @Scheduled(cron = "0 20 4 * * *", zone = "Europe/London")
    @Scheduled(initialDelayString = "PT2M")
    void follow() {
        naming.followDays();
    }
}
