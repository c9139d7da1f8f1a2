package uk.gov.justice.probation.devolution.unpaidwork;

/**
 * The hours of an order, which were complete, are not: an outcome was corrected and the order goes on. Published in the
 * transaction that corrects it.
 */
public record HoursTakenBack(long orderId, long caseId) {}
