package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.List;

/**
 * What a person asks for: option ids, best first, and whether they agree to journeys over the limit to these options.
 */
public record Ranking(List<Long> choices, boolean longJourneyAgreed) {

    public Ranking {
        choices = List.copyOf(choices);
    }
}
