package uk.gov.justice.probation.devolution.handover;

import java.time.Instant;

/**
 * What has changed of a case since the inventory, so that it was not moved.
 *
 * @param recordChanges how many times the case's own record was changed
 * @param changedThen when the work on the service had changed last, as of the inventory
 * @param changedNow when it changed last, as of now
 * @param heldUntil since when the unit no longer holds it; null if it does
 * @param unitThen who held it
 * @param unitNow who holds it; null if nobody does, because the service has ended
 */
public record SinceInventory(
        int recordChanges,
        Instant changedThen,
        Instant changedNow,
        Instant heldUntil,
        String unitThen,
        String unitNow) {

    public boolean isWorkChanged() {
        return !changedNow.equals(changedThen);
    }
}
