package uk.gov.justice.probation.devolution.termination;

import jakarta.persistence.Embeddable;
import java.time.LocalDateTime;

/** What blocked a termination when it was last checked, shown in the managers' queue. */
@Embeddable
record KeptBlocker(String kind, String reference, String text, LocalDateTime foundAt) {

    static KeptBlocker of(Blocker blocker, LocalDateTime foundAt) {
        return new KeptBlocker(blocker.kind().name(), blocker.reference(), blocker.text(), foundAt);
    }
}
