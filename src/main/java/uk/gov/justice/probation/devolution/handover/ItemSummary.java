package uk.gov.justice.probation.devolution.handover;

import jakarta.persistence.Embeddable;

/**
 * What has become of a handover's items, in numbers.
 *
 * @param inScope what the inventory found, of which {@code openWork} were being worked on; both null until it is taken
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
