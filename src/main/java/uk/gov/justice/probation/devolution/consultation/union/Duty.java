package uk.gov.justice.probation.devolution.consultation.union;

/**
 * What the law asks of the employer (decision collective-duty; TULRCA 1992, section 188).
 *
 * @param kind AGREED_PERIOD, INDIVIDUAL_ONLY, THIRTY_DAYS or FORTY_FIVE_DAYS
 * @param minimumDays how many days the unions must be consulted at least
 * @param hr1 whether form HR1 must be sent
 */
public record Duty(String kind, int minimumDays, boolean hr1) {}
