package uk.gov.justice.probation.devolution.handover;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.handover.Decisions.Decision;
import uk.gov.justice.probation.devolution.handover.Decisions.Step;

/** A decision taken on a handover. It is never changed. */
@Entity
@Immutable
class HandoverDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long handoverId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Step step;

    private String outcome;
    private String readiness;
    private String reasons;
    private String note;
    private LocalDate newDate;
    private String madeBy;
    private LocalDateTime madeAt;
    private Long taskInstance;

    protected HandoverDecision() {}

    /** @param task in which it was taken; null if on our page */
    HandoverDecision(long handoverId, Decision decision, String by, Long task, Instant at) {
        this.handoverId = handoverId;
        this.step = decision.step();
        this.outcome = decision.outcome();
        this.readiness = decision.readiness();
        this.reasons = decision.reasons();
        this.note = decision.note();
        this.newDate = decision.newDate();
        this.madeBy = by;
        this.madeAt = Utc.of(at);
        this.taskInstance = task;
    }
}
