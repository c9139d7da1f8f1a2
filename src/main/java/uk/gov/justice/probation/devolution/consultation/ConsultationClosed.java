package uk.gov.justice.probation.devolution.consultation;

import java.time.LocalDate;

/**
 * A consultation has closed; what is confidential about it is erased after {@code eraseAfter}. Published inside the
 * transaction.
 */
public record ConsultationClosed(long consultationId, LocalDate eraseAfter) {}
