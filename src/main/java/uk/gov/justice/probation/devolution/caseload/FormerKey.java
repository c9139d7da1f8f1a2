package uk.gov.justice.probation.devolution.caseload;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;

/** The CRN and number that a case had before. What comes by them is about the case, until it has them again. */
@Entity
@Table(name = "case_former_key")
class FormerKey extends Aggregate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long caseId;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String crn;

    private int eventNumber;
    private Long mergeId;
    private LocalDateTime undoneAt;

    protected FormerKey() {}

    /** @param mergeId the merge that took it from the case; null if the event was moved by itself */
    FormerKey(long caseId, String crn, int eventNumber, Long mergeId) {
        this.caseId = caseId;
        this.crn = crn;
        this.eventNumber = eventNumber;
        this.mergeId = mergeId;
    }

    void undo(Instant at) {
        undoneAt = Utc.of(at);
    }

    long caseId() {
        return caseId;
    }

    String crn() {
        return crn;
    }

    int eventNumber() {
        return eventNumber;
    }

    Long mergeId() {
        return mergeId;
    }
}
