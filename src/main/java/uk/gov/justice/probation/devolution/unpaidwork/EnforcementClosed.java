package uk.gov.justice.probation.devolution.unpaidwork;

/** An enforcement of the case has ended. Published in the transaction that closes it. */
public record EnforcementClosed(long caseId) {}
