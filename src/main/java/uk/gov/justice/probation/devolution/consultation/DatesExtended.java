package uk.gov.justice.probation.devolution.consultation;

import java.time.LocalDate;

/** A person has until {@code to} for their own steps in a consultation. Published inside the transaction. */
public record DatesExtended(long consultationId, long memberId, LocalDate to) {}
