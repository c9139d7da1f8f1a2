package uk.gov.justice.probation.devolution.consultation;

import java.time.Instant;

/**
 * What a person can prove to have answered.
 *
 * @param number by which it is found again, such as {@code R17}
 * @param title what was answered: "Your ranking of places"
 */
public record Receipt(String number, String title, Instant keptAt) {}
