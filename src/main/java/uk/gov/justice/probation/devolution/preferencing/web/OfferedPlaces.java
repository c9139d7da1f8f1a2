package uk.gov.justice.probation.devolution.preferencing.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Choice;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Offer;
import uk.gov.justice.probation.devolution.preferencing.ranking.Offers.Openness;

/** What a list is made from, by whether it is open to the person; the shortest journey first. */
public record OfferedPlaces(Map<Openness, List<Offer>> byOpenness) {

    static OfferedPlaces to(Choice choice) {
        return new OfferedPlaces(PlacesWanted.ALL.of(choice).stream()
                .collect(Collectors.groupingBy(Offer::openness, TreeMap::new, Collectors.toList())));
    }

    /** Those to which somebody has to agree to travel longer than the limit. */
    public List<Offer> overTheLimit() {
        return byOpenness.getOrDefault(Openness.LONG_JOURNEY, List.of());
    }
}
