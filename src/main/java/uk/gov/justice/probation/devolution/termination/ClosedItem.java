package uk.gov.justice.probation.devolution.termination;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Something that a termination closed, with its state before (ADR 0042). */
@Entity
@Table(name = "termination_closed")
class ClosedItem {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Termination termination;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ClosedKind what;

    private long item;
    private String was;
    private LocalDateTime closedAt;
    private LocalDateTime restoredAt;

    protected ClosedItem() {}

    ClosedItem(Termination termination, ClosedKind what, long item, String was, Instant closedAt) {
        this.termination = termination;
        this.what = what;
        this.item = item;
        this.was = was;
        this.closedAt = Utc.of(closedAt);
    }

    boolean is(ClosedKind kind, long which) {
        return what == kind && item == which;
    }

    void restore(Instant at) {
        restoredAt = Utc.of(at);
    }

    boolean restored() {
        return restoredAt != null;
    }

    ClosedKind what() {
        return what;
    }

    /** The id of what was closed. */
    long item() {
        return item;
    }

    /** Its state before, as {@link ClosedKind} describes. */
    String was() {
        return was;
    }
}
