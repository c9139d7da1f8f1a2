package uk.gov.justice.probation.devolution.unpaidwork;

/** What a session's outcome means for its order has been settled. Published in the transaction that settles it. */
public record OutcomeSettled(long caseId) {}
