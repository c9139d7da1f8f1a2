package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Instant;

/**
 * An outcome before it was corrected. Because it is about a person, {@link #toString} leaves it out.
 *
 * @param outcomeName in words
 * @param minutes that it counted
 */
public record Correction(
        String outcomeCode,
        String outcomeName,
        int minutes,
        String recordedBy,
        String correctedBy,
        Instant correctedAt) {

    @Override
    public String toString() {
        return "Correction[correctedAt=%s]".formatted(correctedAt);
    }
}
