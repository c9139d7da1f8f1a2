package uk.gov.justice.probation.devolution.consultation;

/** What was agreed as adjustments of a person has changed, or may have. Published inside the transaction. */
public record AdjustmentsChanged(long consultationId, long memberId) {}
