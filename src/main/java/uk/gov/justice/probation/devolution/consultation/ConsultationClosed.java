package uk.gov.justice.probation.devolution.consultation;

import java.time.LocalDate;

/**
 * A consultation has closed; confidential records about it are erased after {@code eraseAfter}. Published inside the
 * transaction.
 */
public record ConsultationClosed(long consultationId, LocalDate eraseAfter) {}
