package uk.gov.justice.probation.devolution.termination;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;

/**
 * A death, recall, revocation, deportation or transfer out that was recorded for a case. Whoever changes it locks the
 * case first.
 */
@Entity
class CaseEvent extends Aggregate {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long caseId;
    private String reasonCode;
    private LocalDate occurredOn;
    private String recordedBy;
    private LocalDateTime recordedAt;
    private LocalDateTime undoneAt;

    protected CaseEvent() {}

    CaseEvent(long caseId, String reasonCode, LocalDate occurredOn) {
        this.caseId = caseId;
        this.reasonCode = reasonCode;
        this.occurredOn = occurredOn;
    }

    /** It is recorded, or recorded again after it was taken back. */
    void record(String by, Instant at) {
        recordedBy = by;
        recordedAt = Utc.of(at);
        undoneAt = null;
    }

    /** It is taken back: the case was reopened. */
    void undo(Instant at) {
        undoneAt = Utc.of(at);
    }

    String reasonCode() {
        return reasonCode;
    }

    LocalDate occurredOn() {
        return occurredOn;
    }

    /** Whether it holds. */
    boolean stands() {
        return undoneAt == null;
    }
}
