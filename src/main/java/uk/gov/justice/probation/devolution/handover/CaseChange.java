package uk.gov.justice.probation.devolution.handover;

import java.time.Instant;

/**
 * What a file changed of a case, or of a service for it, since the inventory.
 *
 * @param what as people know it, e.g. "Tier"
 * @param before null if nothing was known, or if what changed has no words of its own
 * @param by who sent the file
 * @param file its kind, e.g. {@code cases}
 */
public record CaseChange(String what, String before, String after, String by, Instant at, String file) {

    public String sentence() {
        if (before == null && after == null) return what + " was recorded";
        if (before == null) return "%s: nothing before, now %s".formatted(what, after);
        if (after == null) return "%s: %s before, now nothing".formatted(what, before);
        return "%s: %s before, now %s".formatted(what, before, after);
    }
}
