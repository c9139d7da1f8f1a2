package uk.gov.justice.probation.devolution.preferencing.panel;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * A change made by the panel: one person's place, or the places of two people who changed places. The reason is stored
 * as a confidential record; only the record's id is here.
 */
@Entity
@Immutable
public class PanelMove {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long consultationId;
    private long memberId;
    private Long fromOption;
    private Long toOption;
    private Long swappedWith;
    private String effect;
    private long reasonId;
    private String movedBy;
    private LocalDateTime movedAt;

    protected PanelMove() {}

    PanelMove(long consultationId, Effect made, long reasonId, String movedBy, Instant movedAt) {
        Change first = made.changes().getFirst();
        this.consultationId = consultationId;
        this.memberId = made.proposal().memberId();
        this.fromOption = first.from() == null ? null : first.from().id();
        this.toOption = made.proposal().toOption();
        this.swappedWith = made.proposal().swapWith();
        this.effect = made.inWords();
        this.reasonId = reasonId;
        this.movedBy = movedBy;
        this.movedAt = Utc.of(movedAt);
    }

    public long memberId() {
        return memberId;
    }

    /** Null if the person had no place. */
    public Long fromOption() {
        return fromOption;
    }

    public Long toOption() {
        return toOption;
    }

    /** The member who got the place that was left, or null. */
    public Long swappedWith() {
        return swappedWith;
    }

    public String effect() {
        return effect;
    }

    public String movedBy() {
        return movedBy;
    }

    public Instant movedAt() {
        return Utc.instant(movedAt);
    }
}
