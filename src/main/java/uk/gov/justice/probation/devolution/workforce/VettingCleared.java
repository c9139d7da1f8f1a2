package uk.gov.justice.probation.devolution.workforce;

/** An officer's vetting was cleared or is no longer required. Published inside the transaction that records it. */
public record VettingCleared(String staffNumber) {}
