package uk.gov.justice.probation.devolution.workforce;

/** An officer's vetting has come through. Published inside the transaction that records it. */
public record VettingCleared(String staffNumber) {}
