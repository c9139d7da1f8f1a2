package uk.gov.justice.probation.devolution.consultation;

/**
 * What location preferencing has come to in a consultation, in counts: for the outcome decision and the report.
 * Preferencing provides it.
 */
public interface PreferencingFigures {

    /**
     * @param places places on offer
     * @param answered people whose choices are recorded, by themselves or for them
     * @param unavailable people who could not be reached
     * @param worstRank the worst choice anybody has been given; 0 if nobody has a place
     * @param movedByPanel people the panel gave another place than the allocation had
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
