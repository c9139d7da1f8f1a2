package uk.gov.justice.probation.devolution.handover;

/**
 * A handover froze the queues it takes work from, so their cases ({@link HandedOverQuery#frozenCases}) wait. Published
 * in the transaction that freezes them.
 */
public record QueueFrozen(long handoverId) {}
