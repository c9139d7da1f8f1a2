package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalTime;

/**
 * The outcome of a session as somebody records it. {@link #toString} gives only the version, because the rest is about
 * a person.
 *
 * @param code from the list of contact outcomes
 * @param workedFrom null for the planned start
 * @param workedUntil null for the planned end
 * @param penaltyMinutes minutes taken off; dropped, like the times, if the outcome credits nothing
 * @param quality code of a rating, like {@code behaviour}; null if not rated
 * @param notes null to keep the present ones
 * @param explained whether the person gave a reason for a failure
 * @param verySerious whether a failure goes to breach at once
 * @param version the version the session was read at; null in a task's answer, because the task closes by itself if
 *     somebody else was first
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
