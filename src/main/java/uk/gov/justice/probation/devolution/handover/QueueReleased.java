package uk.gov.justice.probation.devolution.handover;

/**
 * Cases that waited for a handover may go on ({@link HandedOverQuery#frozenCases}): those that moved once both owners
 * have signed, every other when the handover ends. Published in the transaction that releases them, after whoever noted
 * that a case waits.
 */
public record QueueReleased(long handoverId) {}
