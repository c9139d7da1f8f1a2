package uk.gov.justice.probation.devolution.consultation;

/**
 * The results of a consultation's location preferencing in counts, for the outcome decision and the report. Implemented
 * by preferencing.
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
            int started) {
        private static final int FEWEST = 5;

        /** How many have a place and how many have none, as long as neither is fewer than five. */
        public String placedInWords() {
            if (placed < FEWEST) return "fewer than %d people have one".formatted(FEWEST);
            if (unplaced < FEWEST) return "fewer than %d people have none".formatted(FEWEST);
            return "%d people have one, %d have none".formatted(placed, unplaced);
        }

        /** How many have their first choice, unless it is fewer than five or tells of fewer than five others. */
        public String firstChoicesInWords() {
            if (firstChoices < FEWEST) return "Fewer than %d have their first choice".formatted(FEWEST);
            int others = unplaced < FEWEST ? placed + unplaced - firstChoices : placed - firstChoices;
            return others < FEWEST
                    ? "Most have their first choice"
                    : "%d have their first choice".formatted(firstChoices);
        }
    }

    Figures figures(long consultationId);
}
