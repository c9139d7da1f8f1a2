package uk.gov.justice.probation.devolution.unpaidwork;

/** An enforcement of the case came to its end; published in the transaction that closes it. */
public record EnforcementClosed(long caseId) {}
