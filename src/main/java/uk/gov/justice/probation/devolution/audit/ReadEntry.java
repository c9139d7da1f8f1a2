package uk.gov.justice.probation.devolution.audit;

import java.time.Instant;
import java.util.List;

/**
 * An entry of the audit as a sentence.
 *
 * @param before what was done, up to what it is about
 * @param about what it is about, in words; as entries name it in {@code subject}
 * @param after the rest of what was done
 * @param facts on which it was done, in words
 */
public record ReadEntry(
        Instant at,
        String who,
        String before,
        String about,
        String after,
        String subject,
        boolean look,
        List<String> facts) {

    public String sentence() {
        return "%s %s%s%s.".formatted(who, before, about, after);
    }
}
