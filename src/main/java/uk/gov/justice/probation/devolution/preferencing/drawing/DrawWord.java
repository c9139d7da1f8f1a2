package uk.gov.justice.probation.devolution.preferencing.drawing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** What one party adds to the seed of a round, sealed. Until the round closes the party can enter another. */
@Entity
class DrawWord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private long consultationId;

    @Column(updatable = false)
    private String party;

    private byte[] word;
    private LocalDateTime enteredAt;

    @Version
    private int version;

    protected DrawWord() {}

    DrawWord(long consultationId, String party) {
        this.consultationId = consultationId;
        this.party = party;
    }

    void enter(byte[] sealed, Instant at) {
        word = sealed;
        enteredAt = Utc.of(at.truncatedTo(ChronoUnit.MILLIS));
    }

    String party() {
        return party;
    }

    byte[] word() {
        return word;
    }
}
