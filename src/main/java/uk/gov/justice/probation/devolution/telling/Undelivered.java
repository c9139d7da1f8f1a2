package uk.gov.justice.probation.devolution.telling;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.work.Holder;

/** Somebody whom no email reaches, until they are told in another way or the address is put right. */
@Entity
@Table(name = "telling_undelivered")
class Undelivered extends Aggregate {

    /** What was done about it. */
    enum Answer {
        ADDRESS_RIGHT,
        TOLD
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String recipient;
    private String regionCode;
    private String helpGroup;
    private String email;
    private String reason;
    private LocalDateTime since;
    private Byte openMark;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Answer answer;

    private Long answeredTask;
    private LocalDateTime answeredAt;

    @Version
    private int version;

    protected Undelivered() {}

    /**
     * @param regionCode null if they belong to no region
     * @param email null if they have none
     * @param reason in words for those who help
     */
    Undelivered(Holder recipient, String regionCode, TaskGroup helpGroup, String email, String reason, Instant since) {
        this.recipient = recipient.name();
        this.regionCode = regionCode;
        this.helpGroup = helpGroup.name();
        this.email = email;
        this.reason = reason;
        this.since = Utc.of(since);
        this.openMark = 1;
    }

    /** @return false if it is dealt with already */
    boolean answer(Answer what, long task, Instant at) {
        if (openMark == null) return false;
        openMark = null;
        answer = what;
        answeredTask = task;
        answeredAt = Utc.of(at);
        return true;
    }

    boolean isOpen() {
        return openMark != null;
    }

    long id() {
        return id;
    }

    Holder recipient() {
        return new Holder(recipient);
    }

    String regionCode() {
        return regionCode;
    }

    TaskGroup helpGroup() {
        return TaskGroup.named(helpGroup).orElseThrow();
    }

    String email() {
        return email;
    }

    String reason() {
        return reason;
    }

    Instant since() {
        return Utc.instant(since);
    }

    String subject() {
        return "undelivered/" + id;
    }
}
