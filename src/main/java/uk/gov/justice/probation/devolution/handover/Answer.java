package uk.gov.justice.probation.devolution.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDateTime;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * The latest answer to a gate of a handover; the audit has every answer ever given.
 *
 * @param required the number needed, if the gate has one
 * @param actual the number there is
 * @param answeredAt null until somebody answers
 */
@Embeddable
record Answer(
        boolean met,
        @Column(name = "answer") String words,
        Integer required,
        Integer actual,
        String answeredBy,
        LocalDateTime answeredAt) {

    static Answer none() {
        return new Answer(false, null, null, null, null, null);
    }

    static Answer of(boolean met, String words) {
        return of(met, words, null, null);
    }

    static Answer of(boolean met, String words, Integer required, Integer actual) {
        return new Answer(met, words, required, actual, null, null);
    }

    Answer given(String by, Instant at) {
        return new Answer(met, words, required, actual, by, Utc.of(at));
    }
}
