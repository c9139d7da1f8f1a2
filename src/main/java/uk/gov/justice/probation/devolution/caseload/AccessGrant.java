package uk.gov.justice.probation.devolution.caseload;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;

/**
 * Access given to a limited-access case, which covers all events of the person. Lock the person's cases before giving
 * or withdrawing it ({@link Cases#lockPerson}).
 */
@Entity
@Table(name = "case_access_grant")
class AccessGrant extends Aggregate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long caseId;
    private String userName;
    private String grantedBy;
    private LocalDateTime grantedAt;
    private String withdrawnBy;
    private LocalDateTime withdrawnAt;

    protected AccessGrant() {}

    AccessGrant(long caseId, String userName, String grantedBy, Instant at) {
        this.caseId = caseId;
        this.userName = userName;
        this.grantedBy = grantedBy;
        this.grantedAt = Utc.of(at);
    }

    void withdraw(String by, Instant at) {
        withdrawnBy = by;
        withdrawnAt = Utc.of(at);
    }

    boolean holds() {
        return withdrawnAt == null;
    }

    long id() {
        return id;
    }

    String userName() {
        return userName;
    }

    String grantedBy() {
        return grantedBy;
    }

    LocalDateTime grantedAt() {
        return grantedAt;
    }

    String withdrawnBy() {
        return withdrawnBy;
    }

    LocalDateTime withdrawnAt() {
        return withdrawnAt;
    }
}
