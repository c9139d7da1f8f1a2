package uk.gov.justice.probation.devolution.handover;

import jakarta.persistence.Embeddable;

/**
 * Counts what has happened to a handover's items.
 *
 * @param inScope what the inventory found, of which {@code openWork} had open work; both null until it has been taken
 */
@Embeddable
record ItemSummary(Integer inScope, Integer openWork, int moved, int leftBehind) {

    static ItemSummary none() {
        return new ItemSummary(null, null, 0, 0);
    }

    ItemSummary found(int inScope, int openWork) {
        return new ItemSummary(inScope, openWork, moved, leftBehind);
    }

    ItemSummary counted(int moved, int leftBehind) {
        return new ItemSummary(inScope, openWork, moved, leftBehind);
    }
}
