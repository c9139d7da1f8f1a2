package uk.gov.justice.probation.devolution.preferencing.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/** Records that a person's outcome letter has been written, so that nobody gets two. */
@Entity
@Immutable
class OutcomeLetter extends KeyedAggregate<Long> {
    @Id
    private long memberId;

    private long consultationId;
    private long letterId;
    private LocalDateTime writtenAt;

    protected OutcomeLetter() {}

    OutcomeLetter(long memberId, long consultationId, long letterId, Instant writtenAt) {
        this.memberId = memberId;
        this.consultationId = consultationId;
        this.letterId = letterId;
        this.writtenAt = Utc.of(writtenAt);
    }

    @Override
    public Long getId() {
        return memberId;
    }
}
