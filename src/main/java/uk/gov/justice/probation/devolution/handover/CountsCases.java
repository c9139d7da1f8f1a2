package uk.gov.justice.probation.devolution.handover;

import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts the cases of the handovers every half minute. */
@Component
@Profile({"local", "cluster"})
class CountsCases {
    private final CountingCases counting;

    CountsCases(CountingCases counting) {
        this.counting = counting;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT30S")
    void count() {
        counting.count();
    }
}
