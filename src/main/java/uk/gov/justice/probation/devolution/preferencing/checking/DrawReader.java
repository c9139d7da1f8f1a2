package uk.gov.justice.probation.devolution.preferencing.checking;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.Immutable;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Somebody whom a union or the appeal panel has named to read everybody's rows of a draw. */
@Entity
@Immutable
public class DrawReader {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long consultationId;
    private String party;
    private String userName;
    private String namedBy;
    private LocalDateTime namedAt;

    protected DrawReader() {}

    DrawReader(long consultationId, String party, String userName, String namedBy, Instant at) {
        this.consultationId = consultationId;
        this.party = party;
        this.userName = userName;
        this.namedBy = namedBy;
        this.namedAt = Utc.of(at.truncatedTo(ChronoUnit.MILLIS));
    }

    public long id() {
        return id;
    }

    public String userName() {
        return userName;
    }

    String party() {
        return party;
    }
}
