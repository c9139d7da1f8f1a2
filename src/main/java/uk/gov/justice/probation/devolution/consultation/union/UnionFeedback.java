package uk.gov.justice.probation.devolution.consultation.union;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/**
 * What a union said in a consultation, or why the director went on without it. Lock the consultation before changing
 * it.
 */
@Entity
@Table(name = "consultation_union")
class UnionFeedback extends KeyedAggregate<UnionFeedback.Key> {
    private static final String NO_COMMENT = "No comment.";

    /** A union that is asked in a consultation. */
    @Embeddable
    record Key(long consultationId, String unionCode) {}

    @EmbeddedId
    private Key id;

    private String feedback;
    private String recordedBy;
    private LocalDateTime recordedAt;
    private String absenceApprovedBy;
    private String absenceReason;
    private LocalDateTime absenceApprovedAt;

    @Version
    private int version;

    protected UnionFeedback() {}

    UnionFeedback(long consultationId, String unionCode) {
        this.id = new Key(consultationId, unionCode);
    }

    /**
     * Saves what the union says; only the first answer counts.
     *
     * @param comment null or blank if it has none
     */
    void given(String comment, String by, Instant at) {
        if (feedback != null) return;
        feedback = comment == null || comment.isBlank() ? NO_COMMENT : comment.strip();
        recordedBy = by;
        recordedAt = Utc.of(at);
    }

    /** The director goes on without it. Changes nothing if it has answered, or if this was approved before. */
    void goneOnWithout(String reason, String by, Instant at) {
        if (!isAwaited()) return;
        absenceReason = reason;
        absenceApprovedBy = by;
        absenceApprovedAt = Utc.of(at);
    }

    private boolean isAwaited() {
        return feedback == null && absenceApprovedBy == null;
    }

    @Override
    public Key getId() {
        return id;
    }
}
