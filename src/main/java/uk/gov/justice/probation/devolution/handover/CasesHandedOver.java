package uk.gov.justice.probation.devolution.handover;

/**
 * Both owners have signed: the cases that moved ({@link HandedOverQuery#casesIn}) now belong to the receiving unit for
 * good. Published once, in the transaction that records it.
 */
public record CasesHandedOver(long handoverId) {}
