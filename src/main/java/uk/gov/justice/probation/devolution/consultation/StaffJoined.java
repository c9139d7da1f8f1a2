package uk.gov.justice.probation.devolution.consultation;

/** A person now takes part in a consultation. Published inside the transaction. */
public record StaffJoined(long consultationId, long memberId) {}
