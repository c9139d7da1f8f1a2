package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import java.util.stream.Stream;

/** What has become of an item of a handover's inventory. */
enum ItemState {
    /** May be moved, if it has not changed since the inventory. */
    IN_SCOPE,
    /** Its service was handed over. Read in {@code handover_item_view}; no step writes it. */
    MOVED,
    /** Changed since the inventory: stays where it is until somebody decides what becomes of it. */
    CHANGED,
    /** Stays for good, with a reason. */
    LEFT,
    /** Moved and was brought back. */
    RETURNED,
    /** The handover ended without it. */
    RELEASED;

    /** What is released when the handover ends without having moved it. */
    static final List<String> CLAIMED =
            Stream.of(IN_SCOPE, CHANGED).map(ItemState::name).toList();
}
