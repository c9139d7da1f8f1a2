package uk.gov.justice.probation.devolution.unpaidwork;

/** The hours of an order are complete. Published in the transaction that completes them. */
public record HoursComplete(long orderId, long caseId) {}
