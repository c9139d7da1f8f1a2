package uk.gov.justice.probation.devolution.preferencing.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a person asked for. Every answer is stored; the latest counts.
 *
 * @param choices option ids, best first; empty if the person could not be reached
 * @param longJourneys those of their choices to which they agree to travel longer than the limit
 * @param contactedOn the day on which the line manager reached them or last tried; null for an answer of their own
 */
public record Answer(
        long id,
        long memberId,
        Kind kind,
        List<Long> choices,
        Set<Long> longJourneys,
        LocalDate contactedOn,
        String givenBy,
        Instant givenAt) {

    public Answer {
        choices = List.copyOf(choices);
        longJourneys = Set.copyOf(longJourneys);
    }

    /** How an answer was given. */
    public enum Kind {
        OWN("Given by the person"),
        ON_BEHALF("Recorded by their line manager"),
        UNAVAILABLE("Could not be reached");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
