package uk.gov.justice.probation.devolution.consultation.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;

/** A participant's question with its latest answer. */
@Entity
class ConsultationQuestion extends Aggregate {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private long consultationId;

    private String askedBy;
    private LocalDateTime askedAt;
    private String question;
    private boolean negotiation;
    private String answer;
    private String answeredBy;
    private LocalDateTime answeredAt;

    @Version
    private int version;

    protected ConsultationQuestion() {}

    /** @param negotiation whether it is for the union representatives to answer */
    ConsultationQuestion(long consultationId, String question, boolean negotiation, String askedBy, Instant askedAt) {
        this.consultationId = consultationId;
        this.question = question;
        this.negotiation = negotiation;
        this.askedBy = askedBy;
        this.askedAt = Utc.of(askedAt);
    }

    void answer(String text, String by, Instant at) {
        answer = text;
        answeredBy = by;
        answeredAt = Utc.of(at);
    }

    Long id() {
        return id;
    }

    String askedBy() {
        return askedBy;
    }

    LocalDateTime askedAt() {
        return askedAt;
    }

    String question() {
        return question;
    }

    boolean negotiation() {
        return negotiation;
    }

    /** Null if it has none yet. */
    String answer() {
        return answer;
    }

    LocalDateTime answeredAt() {
        return answeredAt;
    }
}
