package uk.gov.justice.probation.devolution.casesystem;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/**
 * How many cases a handover moved, left and brought back, when it was signed or called off, with the SHA-256 of the
 * file that lists them ({@link ManifestFile}).
 */
@Entity
@Table(name = "handover_manifest")
public class Manifest extends KeyedAggregate<Long> {
    @Id
    private Long handoverId;

    private LocalDateTime madeAt;
    private int moved;
    private int leftBehind;
    private int returned;
    private String sha256;

    protected Manifest() {}

    Manifest(long handoverId, Instant at, int moved, int leftBehind, int returned, String sha256) {
        this.handoverId = handoverId;
        this.madeAt = Utc.of(at);
        this.moved = moved;
        this.leftBehind = leftBehind;
        this.returned = returned;
        this.sha256 = sha256;
    }

    @Override
    public Long getId() {
        return handoverId;
    }

    /** In UTC. */
    public LocalDateTime madeAt() {
        return madeAt;
    }

    public int moved() {
        return moved;
    }

    public int leftBehind() {
        return leftBehind;
    }

    public int returned() {
        return returned;
    }

    /** In hexadecimal. */
    public String sha256() {
        return sha256;
    }
}
