package uk.gov.justice.probation.devolution.casesystem;

import java.time.LocalDateTime;

/**
 * A case of a manifest: which service of it was to move from which unit, and what became of it.
 *
 * @param limitedAccess whether the person's access was limited when the manifest was made
 * @param to and {@code movedAt}, in UTC, are null unless it moved
 */
record ManifestCase(
        String crn,
        int eventNumber,
        String service,
        String from,
        String to,
        Result result,
        LocalDateTime movedAt,
        boolean limitedAccess) {

    /** What became of the case. */
    enum Result {
        MOVED,
        /** Stays where it was. */
        LEFT,
        /** Had moved, and was brought back when the handover was called off. */
        RETURNED
    }
}
