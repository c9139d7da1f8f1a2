package uk.gov.justice.probation.devolution.letters;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/**
 * A letter to a member of staff as stored: its encrypted texts, where it goes and how far it has come. What was written
 * never changes.
 */
@DynamicUpdate
@Entity
@Table(name = "letter")
class SealedLetter extends Aggregate {
    private static final EnteredDay HANDED_OVER_ON =
            EnteredDay.required("the day on which the letter was handed over", DayRule.happened());

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String batch;
    private String letterKey;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Template template;

    private String staffNumber;
    private String regionCode;
    private String email;

    @Embedded
    private SealedTexts texts;

    private LocalDateTime writtenAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LetterState state;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Paper paper;

    private int attempt;
    private String senderId;
    private LocalDateTime sentAt;
    private String failure;
    private Long answeredTask;
    private LocalDate handedOverOn;
    private LocalDateTime erasedAt;

    @Version
    private int version;

    protected SealedLetter() {}

    /**
     * It waits on paper for HR, who print it. Nothing is sent.
     *
     * @return whether it was not waiting before
     */
    boolean waitOnPaper() {
        if (state != LetterState.WRITTEN || paper == null) return false;
        state = LetterState.FAILED;
        return true;
    }

    /**
     * Starts sending it, under a new reference.
     *
     * @return false if an earlier attempt had begun whose result is not known, which is then continued
     */
    boolean beginSending() {
        if (state != LetterState.WRITTEN) return false;
        state = LetterState.SENDING;
        attempt++;
        return true;
    }

    void sent(String messageId, Instant at) {
        state = LetterState.SENT;
        senderId = messageId;
        sentAt = Utc.of(at);
        failure = null;
    }

    /** @param reason in words for HR, who now have to deal with it */
    void failed(String reason) {
        state = LetterState.FAILED;
        failure = reason;
    }

    /** @throws NotPossibleNow with a sentence for the page if it is not waiting for an address */
    void mendAddress(String mended) {
        if (paper == Paper.BY_HAND) throw new NotPossibleNow(Paper.BY_HAND.task());
        if (state != LetterState.FAILED)
            throw new NotPossibleNow("This letter does not need another address. Its state: %s."
                    .formatted(state.label().toLowerCase(Locale.UK)));
        email = mended;
        paper = null;
    }

    /**
     * HR has corrected what kept it from arriving.
     *
     * @return false if it is not waiting for that task's answer, or had it before
     */
    boolean sendAgain(long task) {
        if (!waitsForAnswerOf(task)) return false;
        state = LetterState.WRITTEN;
        handedOverOn = null;
        answeredTask = task;
        return true;
    }

    /**
     * HR handed it over on that day.
     *
     * @return false if it is not waiting for that task's answer, or had it before
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if it cannot have been handed over on that day
     */
    boolean handOver(LocalDate on, long task, Deadlines deadlines) {
        if (!waitsForAnswerOf(task)) return false;
        HANDED_OVER_ON
                .and(DayRule.notBefore(deadlines.day(Utc.instant(writtenAt)), "the day on which it was written"))
                .mustHold(on, deadlines);
        state = LetterState.HANDED_OVER;
        handedOverOn = on;
        answeredTask = task;
        return true;
    }

    private boolean waitsForAnswerOf(long task) {
        return state == LetterState.FAILED && !Objects.equals(answeredTask, task);
    }

    /** Identifies this attempt to the sender. */
    String reference() {
        return "%s-%d".formatted(letterKey, attempt);
    }

    /**
     * In the form in which those who may read it see it.
     *
     * @param text null if erased
     */
    Letter readAs(String personName, String text) {
        return new Letter(
                id,
                template,
                staffNumber,
                personName,
                regionCode,
                email,
                paper,
                state,
                writtenAt,
                sentAt,
                failure,
                handedOverOn,
                text,
                texts.pdfSha256());
    }

    boolean isErased() {
        return texts.pdf() == null;
    }

    long id() {
        return id;
    }

    String key() {
        return letterKey;
    }

    Template template() {
        return template;
    }

    String staffNumber() {
        return staffNumber;
    }

    String regionCode() {
        return regionCode;
    }

    String email() {
        return email;
    }

    SealedTexts texts() {
        return texts;
    }

    LetterState state() {
        return state;
    }
}
