package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.Map;
import uk.gov.justice.probation.devolution.allocation.Objective;

/**
 * What an allocation is to assume instead of the facts.
 *
 * @param extraPlaces more (or, negative, fewer) places by option id
 * @param mobilityLimitMinutes one way; the consultation's if null
 * @param objective the consultation's if null
 */
public record Assumptions(Map<Long, Integer> extraPlaces, Integer mobilityLimitMinutes, Objective objective) {
    public static final Assumptions NONE = new Assumptions(Map.of(), null, null);

    public Assumptions {
        extraPlaces = Map.copyOf(extraPlaces);
    }
}
