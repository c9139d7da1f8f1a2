package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.List;

/** What somebody asks for: option ids, best first, and whether they agree to journeys over the limit to them. */
public record Ranking(List<Long> choices, boolean longJourneyAgreed) {

    public Ranking {
        choices = List.copyOf(choices);
    }
}
