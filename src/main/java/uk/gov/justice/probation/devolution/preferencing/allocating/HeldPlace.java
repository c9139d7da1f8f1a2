package uk.gov.justice.probation.devolution.preferencing.allocating;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.KeyedAggregate;
import uk.gov.justice.probation.devolution.preferencing.allocating.Placement.Source;

/**
 * The place a person has, or that they have none yet. Lock the round before changing it. Other packages read
 * {@link Placement}.
 */
@Entity
@Table(name = "placement")
class HeldPlace extends KeyedAggregate<Long> {
    @Id
    private Long memberId;

    private Long optionId;

    @Column(updatable = false)
    private Long runId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Source source;

    private LocalDateTime confirmedAt;
    private Long startBegun;
    private LocalDate startedOn;
    private LocalDateTime movedAt;

    @Version
    private int version;

    protected HeldPlace() {}

    HeldPlace(long memberId) {
        this.memberId = memberId;
    }

    /** Exchanges their place for this option. */
    void become(long option, Source by, Instant at) {
        optionId = option;
        source = by;
        confirmedAt = Utc.of(at);
    }

    void startPreparedBy(long processInstanceKey) {
        startBegun = processInstanceKey;
    }

    boolean isStartSettled() {
        return startedOn != null;
    }

    void startsOn(LocalDate day) {
        startedOn = day;
    }

    /** @return false if the person had already moved */
    boolean moved(Instant at) {
        if (movedAt != null) return false;
        movedAt = Utc.of(at);
        return true;
    }

    Placement placement() {
        return new Placement(
                memberId, optionId, runId, source, Utc.instant(confirmedAt), startedOn, Utc.instant(movedAt));
    }

    @Override
    public Long getId() {
        return memberId;
    }
}
