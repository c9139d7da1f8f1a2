package uk.gov.justice.probation.devolution.consultation;

/** A person takes part in a consultation from now on; published inside the transaction. */
public record StaffJoined(long consultationId, long memberId) {}
