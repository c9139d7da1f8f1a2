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
import uk.gov.justice.probation.devolution.letters.EmailTemplate;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.work.Holder;

/** An email that says that something waits, until it is delivered. */
@Entity
@Table(name = "telling_notice")
class Notice extends Aggregate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String noticeKey;
    private String recipient;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private EmailTemplate template;

    private String area;
    private Integer tasks;
    private LocalDateTime dueAt;
    private String email;
    private LocalDateTime madeAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private NoticeState state;

    private int attempt;
    private String senderId;
    private LocalDateTime sentAt;
    private LocalDateTime askedAt;
    private String failure;

    @Version
    private int version;

    protected Notice() {}

    /**
     * Starts sending it, under a new reference.
     *
     * @return false if an earlier attempt had begun whose result is not known, which is then continued
     */
    boolean beginSending() {
        if (state == NoticeState.SENDING) return false;
        state = NoticeState.SENDING;
        attempt++;
        return true;
    }

    void sent(String messageId, Instant at) {
        state = NoticeState.SENT;
        senderId = messageId;
        sentAt = Utc.of(at);
        askedAt = sentAt;
    }

    void delivered() {
        state = NoticeState.DELIVERED;
    }

    void askedAgain(Instant at) {
        askedAt = Utc.of(at);
    }

    void failed(String reason) {
        state = NoticeState.FAILED;
        failure = reason;
    }

    boolean isToBeSent() {
        return state == NoticeState.WAITING || state == NoticeState.SENDING;
    }

    boolean isSent() {
        return state == NoticeState.SENT;
    }

    /** Identifies this attempt to the sender. */
    String reference() {
        return "%s-%d".formatted(noticeKey, attempt);
    }

    long id() {
        return id;
    }

    Holder recipient() {
        return new Holder(recipient);
    }

    EmailTemplate template() {
        return template;
    }

    String area() {
        return area;
    }

    Integer tasks() {
        return tasks;
    }

    /** Null if it is due at no time. */
    Instant dueAt() {
        return Utc.instant(dueAt);
    }

    String email() {
        return email;
    }

    String senderId() {
        return senderId;
    }

    NoticeState state() {
        return state;
    }

    Instant madeAt() {
        return Utc.instant(madeAt);
    }
}
