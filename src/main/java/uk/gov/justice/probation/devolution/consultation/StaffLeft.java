package uk.gov.justice.probation.devolution.consultation;

/** A person no longer takes part in a consultation; published inside the transaction. */
public record StaffLeft(long consultationId, long memberId, String staffNumber) {}
