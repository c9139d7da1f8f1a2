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
            int started) {}

    Figures figures(long consultationId);
}
