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
import java.time.LocalDateTime;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.persistence.Aggregate;

/**
 * A letter about a case as stored: its encrypted texts, and whether it was posted or withdrawn. What was written never
 * changes.
 */
@DynamicUpdate
@Entity
@Table(name = "case_letter")
class SealedCaseLetter extends Aggregate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String letterKey;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CaseTemplate template;

    private long caseId;
    private String regionCode;

    @Embedded
    private SealedTexts texts;

    private LocalDateTime writtenAt;
    private boolean byHand;
    private String postedBy;
    private LocalDateTime postedAt;
    private LocalDateTime withdrawnAt;

    @Version
    private int version;

    protected SealedCaseLetter() {}

    /**
     * Marks it as posted.
     *
     * @return false if it was posted or withdrawn before, in which case it does not change
     */
    boolean post(String by, Instant at) {
        if (postedAt != null || withdrawnAt != null) return false;
        postedBy = by;
        postedAt = Utc.of(at);
        return true;
    }

    /**
     * Withdraws it, because what it says is no longer true.
     *
     * @return false if it was withdrawn before
     */
    boolean withdraw(Instant at) {
        if (withdrawnAt != null) return false;
        withdrawnAt = Utc.of(at);
        return true;
    }

    /** In the form in which those who may see the case read it. */
    CaseLetter readAs(String caseText, String text) {
        return new CaseLetter(
                id,
                template,
                caseId,
                caseText,
                writtenAt,
                postedBy,
                postedAt,
                withdrawnAt,
                text,
                texts.pdfSha256(),
                byHand);
    }

    long id() {
        return id;
    }

    String key() {
        return letterKey;
    }

    long caseId() {
        return caseId;
    }

    String regionCode() {
        return regionCode;
    }

    SealedTexts texts() {
        return texts;
    }
}
