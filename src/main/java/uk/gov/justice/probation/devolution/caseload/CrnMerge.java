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

/** Two CRNs were one person: the cases of the former are found under the other, until it is taken back. */
@Entity
@Table(name = "crn_merge")
class CrnMerge extends Aggregate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String formerCrn;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String crn;

    private String mergedBy;
    private LocalDateTime mergedAt;
    private String undoneBy;
    private LocalDateTime undoneAt;

    protected CrnMerge() {}

    CrnMerge(String formerCrn, String crn, String by, Instant at) {
        this.formerCrn = formerCrn;
        this.crn = crn;
        this.mergedBy = by;
        this.mergedAt = Utc.of(at);
    }

    void undo(String by, Instant at) {
        undoneBy = by;
        undoneAt = Utc.of(at);
    }

    long id() {
        return id;
    }

    String crn() {
        return crn;
    }
}
