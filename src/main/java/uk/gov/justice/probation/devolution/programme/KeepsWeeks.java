package uk.gov.justice.probation.devolution.programme;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps at the end of each day, and soon after a start, how the programme stands in the present week. */
@Component
class KeepsWeeks {
    private final WeeklyReports reports;

    KeepsWeeks(WeeklyReports reports) {
        this.reports = reports;
    }

    @Scheduled(cron = "0 50 23 * * *", zone = "Europe/London")
    @Scheduled(initialDelayString = "PT4M")
    void keep() {
        reports.keepPresentWeek();
    }
}
