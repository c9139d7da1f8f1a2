package uk.gov.justice.probation.devolution.unpaidwork;

/** What a session's outcome means for its order is settled; published in the transaction that settles it. */
public record OutcomeSettled(long caseId) {}
