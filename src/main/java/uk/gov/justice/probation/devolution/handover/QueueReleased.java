package uk.gov.justice.probation.devolution.handover;

/**
 * Cases that waited for a handover may go on ({@link HandedOverQuery#frozenCases}): those that moved once both owners
 * have signed, all others when the handover ends. Published in the transaction that releases them, once everybody
 * recording that a case waits has finished.
 */
public record QueueReleased(long handoverId) {}
