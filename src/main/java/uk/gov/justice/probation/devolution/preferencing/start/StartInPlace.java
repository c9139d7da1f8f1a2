package uk.gov.justice.probation.devolution.preferencing.start;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;
import uk.gov.justice.probation.devolution.preferencing.start.StartingInNewPlaces.Recorded;

/** How a person starts in their new place. The first record stays. */
@Entity
@Immutable
class StartInPlace extends KeyedAggregate<Long> {
    @Id
    private Long memberId;

    private LocalDate startsOn;
    private boolean inductionBooked;
    private boolean toolsReady;
    private boolean learningPlanAgreed;
    private String recordedBy;
    private LocalDateTime recordedAt;

    protected StartInPlace() {}

    StartInPlace(long memberId, Recorded recorded, String by, Instant at) {
        this.memberId = memberId;
        this.startsOn = recorded.startsOn();
        this.inductionBooked = recorded.inductionBooked();
        this.toolsReady = recorded.toolsReady();
        this.learningPlanAgreed = recorded.learningPlanAgreed();
        this.recordedBy = by;
        this.recordedAt = Utc.of(at);
    }

    @Override
    public Long getId() {
        return memberId;
    }
}
