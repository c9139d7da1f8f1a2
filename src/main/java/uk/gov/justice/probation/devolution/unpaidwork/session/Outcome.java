package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalTime;

/**
 * The outcome of a session as somebody records it. {@link #toString} gives only the version, since the rest is about a
 * person.
 *
 * @param code of the contact outcomes
 * @param workedFrom null for the planned start
 * @param workedUntil null for the planned end
 * @param penaltyMinutes minutes taken off; like the times it is dropped if the outcome credits nothing
 * @param quality a rating's code, like {@code behaviour}; null if it was not rated
 * @param notes null to keep those that are there
 * @param explained whether the person gave a reason for a failure
 * @param verySerious a failure that goes to breach at once
 * @param version the version the session was read at; null if the task asks, which ends by itself when somebody else is
 *     first
 */
public record Outcome(
        String code,
        LocalTime workedFrom,
        LocalTime workedUntil,
        int penaltyMinutes,
        String quality,
        String behaviour,
        String notes,
        boolean sensitive,
        boolean explained,
        boolean verySerious,
        Integer version) {

    @Override
    public String toString() {
        return "Outcome[version=%s]".formatted(version);
    }
}
