package uk.gov.justice.probation.devolution.handover;

import jakarta.persistence.Embeddable;

/**
 * Counts what has happened to a handover's items.
 *
 * @param inScope what the inventory found, of which {@code workInProgress} had open work; both null until it has been
 *     taken
 */
@Embeddable
record ItemSummary(Integer inScope, Integer workInProgress, int moved, int leftBehind) {

    static ItemSummary none() {
        return new ItemSummary(null, null, 0, 0);
    }

    ItemSummary found(int inScope, int workInProgress) {
        return new ItemSummary(inScope, workInProgress, moved, leftBehind);
    }

    ItemSummary counted(int moved, int leftBehind) {
        return new ItemSummary(inScope, workInProgress, moved, leftBehind);
    }
}
