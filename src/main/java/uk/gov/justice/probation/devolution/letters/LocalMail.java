package uk.gov.justice.probation.devolution.letters;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.letters.Sender.Dispatch;

/** What would have been sent as an email. */
@Entity
@Immutable
class LocalMail {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String reference;
    private long letterId;
    private String toAddress;
    private String subject;
    private LocalDateTime postedAt;

    protected LocalMail() {}

    LocalMail(Dispatch dispatch, Instant postedAt) {
        this.reference = dispatch.reference();
        this.letterId = dispatch.letterId();
        this.toAddress = dispatch.to();
        this.subject = dispatch.template().subject();
        this.postedAt = Utc.of(postedAt);
    }

    /** The message id, as a sender would give it. */
    String messageId() {
        return "local-" + id;
    }
}
