package uk.gov.justice.probation.devolution.handover;

/**
 * The handover was called off, and what had moved is back where it can be. Published once, in the transaction that
 * records it.
 */
public record HandoverCalledOff(long handoverId) {}
