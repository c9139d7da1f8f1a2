package uk.gov.justice.probation.devolution.consultation;

import java.util.List;

/**
 * The results of a consultation's location preferencing in counts: exact for the outcome decision, and for the report
 * as everybody may read them. Implemented by preferencing.
 */
public interface PreferencingFigures {

    /**
     * @param places places on offer
     * @param answered people whose choices were recorded, by themselves or on their behalf
     * @param unavailable people who could not be reached
     * @param worstRank the worst choice anybody has been given of what they asked for; 0 if nobody has
     * @param movedByPanel people to whom the panel gave a different place than the allocation
     * @param started people who have started in their new place
     */
    record Figures(
            int places,
            int answered,
            int unavailable,
            int placed,
            int unplaced,
            int firstChoices,
            int worstRank,
            int movedByPanel,
            int appeals,
            int appealsUpheld,
            int appealsPartlyUpheld,
            int started) {}

    /**
     * The same for everybody, also for those who do not see individual results. It tells of no fewer than five people:
     * what would is counted together with what is next to it, and null or empty where that does not help.
     *
     * @param places places on offer
     * @param got what people got
     * @param moved people to whom the panel gave a different place than the allocation
     * @param lodged appeals
     * @param heard what came of them
     * @param begun people who have started in their new place
     */
    record Published(int places, List<Part> got, Integer moved, Integer lodged, List<Part> heard, Integer begun) {

        /** @param what for example "No place", or several of these together */
        public record Part(String what, int people) {}

        public Published {
            got = got == null ? List.of() : List.copyOf(got);
            heard = heard == null ? List.of() : List.copyOf(heard);
        }
    }

    Figures figures(long consultationId);

    Published published(long consultationId);
}
