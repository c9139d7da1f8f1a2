package uk.gov.justice.probation.devolution.camunda;

/**
 * An open task that a colleague may do.
 *
 * @param claimedBy null if nobody has claimed it
 */
public record OpenUserTask(long key, long elementInstanceKey, String name, String claimedBy) {}
