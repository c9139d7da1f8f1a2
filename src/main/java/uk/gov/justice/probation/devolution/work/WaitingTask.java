package uk.gov.justice.probation.devolution.work;

import java.time.Instant;

/**
 * An open task as a colleague may see it.
 *
 * @param family a folder of the processes, such as {@code unpaidwork}
 * @param about the subject, such as {@code staff/ZZT0001}; null if none is known
 * @param words what it is about; the CRN alone where the case is not theirs to see; empty if nothing is known
 * @param dueAt null if it is due at no time
 * @param claimedBy null if nobody has claimed it
 */
public record WaitingTask(
        long key,
        String name,
        String family,
        String about,
        String words,
        Instant since,
        Instant dueAt,
        boolean overdue,
        int priority,
        String claimedBy) {}
