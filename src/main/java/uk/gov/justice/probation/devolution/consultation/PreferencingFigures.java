package uk.gov.justice.probation.devolution.consultation;

import java.util.List;

/** The results of a consultation's location preferencing in counts, as everybody may read them. */
public interface PreferencingFigures {

    /**
     * The same for everybody, also for those who do not see individual results. It tells of no fewer than five people:
     * what would is counted together with what is next to it, and null or empty where that does not help.
     *
     * @param places places on offer
     * @param leftOver full-time equivalents of which no whole post was made
     * @param got what people got
     * @param moved people to whom the panel gave a different place than the allocation
     * @param lodged appeals
     * @param heard what came of them
     * @param begun people who have started in their new place
     */
    record Published(
            int places,
            List<LeftOver> leftOver,
            List<Part> got,
            Integer moved,
            Integer lodged,
            List<Part> heard,
            Integer begun) {

        /** @param what for example "No place", or several of these together */
        public record Part(String what, int people) {}

        /** @param fullTimeEquivalents for example "0.4 (14.8 hours a week)" */
        public record LeftOver(String site, String role, String fullTimeEquivalents) {}

        public Published {
            leftOver = leftOver == null ? List.of() : List.copyOf(leftOver);
            got = got == null ? List.of() : List.copyOf(got);
            heard = heard == null ? List.of() : List.copyOf(heard);
        }
    }

    Published published(long consultationId);
}
