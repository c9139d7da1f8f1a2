package uk.gov.justice.probation.devolution.consultation;

import java.time.LocalDate;

/** A person has until {@code to} to take their own steps in a consultation; published inside the transaction. */
public record DatesExtended(long consultationId, long memberId, LocalDate to) {}
