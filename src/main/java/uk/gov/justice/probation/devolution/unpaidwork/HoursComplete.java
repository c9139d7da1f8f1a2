package uk.gov.justice.probation.devolution.unpaidwork;

/** An order's hours are complete; published in the transaction that makes it so. */
public record HoursComplete(long orderId, long caseId) {}
