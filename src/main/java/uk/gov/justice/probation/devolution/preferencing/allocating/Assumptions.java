package uk.gov.justice.probation.devolution.preferencing.allocating;

import java.util.Map;
import uk.gov.justice.probation.devolution.allocation.Objective;

/**
 * What an allocation assumes instead of the facts.
 *
 * @param extraPlaces places to add (or, if negative, to remove), by option id
 * @param mobilityLimitMinutes one way; the consultation's limit if null
 * @param objective the consultation's objective if null
 */
public record Assumptions(Map<Long, Integer> extraPlaces, Integer mobilityLimitMinutes, Objective objective) {
    public static final Assumptions NONE = new Assumptions(Map.of(), null, null);

    public Assumptions {
        extraPlaces = Map.copyOf(extraPlaces);
    }
}
