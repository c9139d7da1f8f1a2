package uk.gov.justice.probation.devolution.preferencing.ranking;

import jakarta.persistence.Embeddable;

/**
 * A place of a ranking.
 *
 * @param longJourneyAgreed whether the person agreed to a journey over the limit to this place; null if they were asked
 *     for all places together
 */
@Embeddable
record Chosen(Long optionId, Boolean longJourneyAgreed) {}
