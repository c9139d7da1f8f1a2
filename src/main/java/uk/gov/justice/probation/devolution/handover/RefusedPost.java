package uk.gov.justice.probation.devolution.handover;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/**
 * HR's decision about the post of an officer whose vetting was refused: another officer takes it, or the team does
 * without.
 */
@Entity
class RefusedPost extends KeyedAggregate<String> {
    @Id
    private String staffNumber;

    private String replacedBy;
    private String decidedBy;
    private LocalDateTime decidedAt;

    protected RefusedPost() {}

    /** @param replacedBy null if the post is released */
    RefusedPost(String staffNumber, String replacedBy, String decidedBy, Instant decidedAt) {
        this.staffNumber = staffNumber;
        this.replacedBy = replacedBy;
        this.decidedBy = decidedBy;
        this.decidedAt = Utc.of(decidedAt);
    }

    @Override
    public String getId() {
        return staffNumber;
    }
}
