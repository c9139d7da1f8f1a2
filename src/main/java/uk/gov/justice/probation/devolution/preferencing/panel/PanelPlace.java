package uk.gov.justice.probation.devolution.preferencing.panel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;

/**
 * One person's place on the panel's table, and who of the panel has decided about them. Lock the round before changing
 * it.
 */
@Entity
class PanelPlace extends KeyedAggregate<Long> {
    @Id
    private long memberId;

    @Column(updatable = false)
    private long consultationId;

    private Long optionId;
    private String lookedAtBy;
    private LocalDateTime lookedAt;

    @Version
    private int version;

    protected PanelPlace() {}

    /** For somebody who joined after the table was filled. */
    PanelPlace(long memberId, long consultationId) {
        this.memberId = memberId;
        this.consultationId = consultationId;
    }

    /** The panel moves the person here, which also counts as having decided about them. */
    void take(long option, String by, Instant at) {
        optionId = option;
        lookedAtBy = by;
        lookedAt = Utc.of(at);
    }

    @Override
    public Long getId() {
        return memberId;
    }
}
