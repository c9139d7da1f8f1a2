package uk.gov.justice.probation.devolution.consultation;

/** A person no longer takes part in a consultation. Published inside the transaction. */
public record StaffLeft(long consultationId, long memberId, String staffNumber) {}
