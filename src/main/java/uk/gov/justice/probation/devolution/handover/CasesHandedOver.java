package uk.gov.justice.probation.devolution.handover;

/**
 * Both owners signed: the cases that moved ({@link HandedOverQuery#casesIn}) are the receiving unit's for good.
 * Published once, in the transaction that records it.
 */
public record CasesHandedOver(long handoverId) {}
