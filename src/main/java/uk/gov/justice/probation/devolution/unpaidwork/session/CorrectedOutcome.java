package uk.gov.justice.probation.devolution.unpaidwork.session;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** The outcome of a session before somebody corrected it. The session holds the present one. */
@Entity
@Immutable
@Table(name = "upw_outcome_corrected")
class CorrectedOutcome {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long sessionId;
    private String outcomeCode;
    private LocalTime workedFrom;
    private LocalTime workedUntil;
    private int penaltyMinutes;
    private String quality;
    private String behaviour;
    private boolean explained;
    private boolean verySerious;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Meaning meaning;

    private int creditedMinutes;
    private String recordedBy;
    private LocalDateTime recordedAt;
    private String correctedBy;
    private LocalDateTime correctedAt;

    protected CorrectedOutcome() {}

    CorrectedOutcome(Session was, String correctedBy, Instant correctedAt) {
        this.sessionId = was.id();
        this.outcomeCode = was.outcomeCode();
        this.workedFrom = was.workedFrom();
        this.workedUntil = was.workedUntil();
        this.penaltyMinutes = was.penaltyMinutes();
        this.quality = was.quality();
        this.behaviour = was.behaviour();
        this.explained = was.explained();
        this.verySerious = was.verySerious();
        this.meaning = was.meaning();
        this.creditedMinutes = was.creditedMinutes();
        this.recordedBy = was.recordedBy();
        this.recordedAt = Utc.of(was.recordedAt());
        this.correctedBy = correctedBy;
        this.correctedAt = Utc.of(correctedAt);
    }

    Correction inWords(OutcomeCodes codes) {
        return new Correction(
                outcomeCode,
                codes.find(outcomeCode).map(OutcomeCode::name).orElse(outcomeCode),
                creditedMinutes,
                recordedBy,
                correctedBy,
                Utc.instant(correctedAt));
    }
}
