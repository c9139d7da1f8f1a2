package uk.gov.justice.probation.devolution.preferencing.panel;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.Immutable;
import uk.gov.justice.probation.devolution.calendar.Utc;

/**
 * A change made by the panel: one person's place, or the places of two people who changed places. Each reason is stored
 * as a confidential record; only the record's id is here. What their letters say of it is here, and null in moves of
 * before.
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
    private Long reasonOfOtherId;
    private String told;
    private String toldOther;
    private String movedBy;
    private LocalDateTime movedAt;

    protected PanelMove() {}

    PanelMove(long consultationId, Effect made, List<Long> reasons, Why why, String movedBy, Instant movedAt) {
        Change first = made.changes().getFirst();
        this.consultationId = consultationId;
        this.memberId = made.proposal().memberId();
        this.fromOption = first.from() == null ? null : first.from().id();
        this.toOption = made.proposal().toOption();
        this.swappedWith = made.proposal().swapWith();
        this.effect = made.inWords();
        this.reasonId = reasons.getFirst();
        this.told = why.told();
        if (swappedWith != null) {
            this.reasonOfOtherId = reasons.getLast();
            this.toldOther = why.toldOther();
        }
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

    /** What the letter of the person moved says. */
    public String told() {
        return told;
    }

    /** What the letter of whoever changed places with them says. */
    public String toldOther() {
        return toldOther;
    }

    public String movedBy() {
        return movedBy;
    }

    public Instant movedAt() {
        return Utc.instant(movedAt);
    }
}
