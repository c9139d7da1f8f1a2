package uk.gov.justice.probation.devolution.handover;

import java.util.List;

/**
 * How a handover keeps to its dates.
 *
 * @param late its due date has passed, and it has not moved
 * @param dueSoon its due date is near, and it has not moved
 * @param risks why its planned date cannot be kept as things stand, each a sentence
 */
public record Punctuality(boolean late, boolean dueSoon, List<String> risks) {
    static final Punctuality NOTHING_TO_WARN_OF = new Punctuality(false, false, List.of());

    public boolean isAtRisk() {
        return !risks.isEmpty();
    }
}
