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

/** A death, recall, revocation, deportation or transfer out recorded for a case. Lock the case before changing it. */
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

    /** Records it, or records it again after it was undone. */
    void record(String by, Instant at) {
        recordedBy = by;
        recordedAt = Utc.of(at);
        undoneAt = null;
    }

    /** The day on which it occurred was told wrongly. */
    void correct(LocalDate day, String by, Instant at) {
        occurredOn = day;
        record(by, at);
    }

    /** Undoes it, because the case was reopened. */
    void undo(Instant at) {
        undoneAt = Utc.of(at);
    }

    String reasonCode() {
        return reasonCode;
    }

    LocalDate occurredOn() {
        return occurredOn;
    }

    /** Whether it still applies. */
    boolean stands() {
        return undoneAt == null;
    }
}
