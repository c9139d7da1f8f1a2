package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the cases of the handovers, each case once, so that the programme board need not go through hundreds of
 * thousands of items whenever it is opened.
 */
@Service
public class CountingCases {
    private final CaseCountBatch counts;
    private final Clock clock;

    CountingCases(CaseCountBatch counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** Counts anew where anything has changed since it was counted last. */
    @Transactional
    public void count() {
        counts.changed().forEach((programme, standing) -> counts.count(programme, standing, clock.instant()));
        counts.confirm(clock.instant());
    }
}
