package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The place a person has. {@code optionId} is null if they have none yet, {@code runId} if the place did not come from
 * an allocation. {@code startedOn} and {@code movedAt} are null until that has happened.
 */
public record Placement(
        long memberId,
        Long optionId,
        Long runId,
        Source source,
        Instant confirmedAt,
        LocalDate startedOn,
        Instant movedAt) {

    /** What gave the person the place. */
    public enum Source {
        ALLOCATION,
        PANEL,
        APPEAL
    }
}
