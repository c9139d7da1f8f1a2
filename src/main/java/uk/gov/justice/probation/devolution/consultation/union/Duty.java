package uk.gov.justice.probation.devolution.consultation.union;

/**
 * The employer's legal duty (decision {@code collective-duty}; TULRCA 1992, section 188).
 *
 * @param kind AGREED_PERIOD, INDIVIDUAL_ONLY, THIRTY_DAYS or FORTY_FIVE_DAYS
 * @param minimumDays for how many days the unions must be consulted at least
 * @param hr1 whether form HR1 must be sent
 */
public record Duty(String kind, int minimumDays, boolean hr1) {}
