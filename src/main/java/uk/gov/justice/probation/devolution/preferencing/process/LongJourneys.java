package uk.gov.justice.probation.devolution.preferencing.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * To which places somebody agrees to travel longer than the limit, as a form sends it: the values of these places. The
 * form of earlier releases has one tick, which is for all places that are ranked.
 */
record LongJourneys(boolean toAll, Set<String> places) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LongJourneys of(JsonNode sent) {
        Set<String> places = new HashSet<>();
        if (sent.isArray()) sent.forEach(place -> places.add(place.asText()));
        return new LongJourneys(sent.asBoolean(), places);
    }

    Set<Long> among(Collection<Long> ranked) {
        return ranked.stream()
                .filter(option -> toAll || places.contains(Long.toString(option)))
                .collect(Collectors.toSet());
    }
}
