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
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Minutes credited to an order, or taken off when an outcome was corrected, and why. Entries are never changed. */
@Entity
@Immutable
@Table(name = "upw_credit")
class CreditEntry {

    enum Kind {
        WORK,
        EDUCATION,
        TRAVEL
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long orderId;
    private Long sessionId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;

    private int minutes;
    private String madeBy;
    private LocalDateTime madeAt;
    private String creditKey;

    protected CreditEntry() {}

    private CreditEntry(
            long orderId, Long sessionId, Kind kind, int minutes, String madeBy, Instant madeAt, String creditKey) {
        this.orderId = orderId;
        this.sessionId = sessionId;
        this.kind = kind;
        this.minutes = minutes;
        this.madeBy = madeBy;
        this.madeAt = Utc.of(madeAt);
        this.creditKey = creditKey;
    }

    /** What the session counts for. Each session is credited once. */
    static CreditEntry of(Session session, Counted counted, String by, Instant at) {
        return new CreditEntry(
                session.orderId(), session.id(), counted.kind(), counted.minutes(), by, at, session.subject());
    }

    /** @param version of the session before the correction */
    static CreditEntry ofCorrection(Session session, int version, Kind kind, int difference, String by, Instant at) {
        return new CreditEntry(
                session.orderId(),
                null,
                kind,
                difference,
                by,
                at,
                "%s/corrected-%d".formatted(session.subject(), version));
    }

    /** Travel to a session counts once. */
    static CreditEntry ofTravel(Session session, int minutes, String by, Instant at) {
        return new CreditEntry(session.orderId(), null, Kind.TRAVEL, minutes, by, at, travelKey(session.id()));
    }

    /** The person had not come after all. */
    static CreditEntry ofTravelTakenBack(Session session, int version, int minutes, String by, Instant at) {
        return new CreditEntry(
                session.orderId(),
                null,
                Kind.TRAVEL,
                -minutes,
                by,
                at,
                "%s/taken-back-%d".formatted(travelKey(session.id()), version));
    }

    static String travelKey(long sessionId) {
        return "travel/session/" + sessionId;
    }
}
