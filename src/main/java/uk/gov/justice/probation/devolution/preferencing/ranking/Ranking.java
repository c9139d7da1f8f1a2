package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person asks for: option ids, best first, and to which of these options they agree to travel longer than the
 * limit. Agreeing to an option that is not asked for means nothing.
 */
public record Ranking(List<Long> choices, Set<Long> longJourneys) {
    static final Ranking NOTHING = new Ranking(List.of(), Set.of());

    public Ranking {
        choices = List.copyOf(choices);
        longJourneys = longJourneys.stream().filter(choices::contains).collect(Collectors.toUnmodifiableSet());
    }
}
