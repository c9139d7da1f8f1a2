package uk.gov.justice.probation.devolution.confidential;

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

/**
 * Something said in confidence, encrypted. It is never changed. A line manager can read what was recorded while they
 * were the line manager. The date of erasure is set for many at once.
 */
@Entity
@Immutable
class ConfidentialRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String staffNumber;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Kind kind;

    private String about;
    private byte[] content;
    private String keptBy;
    private LocalDateTime keptAt;
    private String lineManager;
    private LocalDate eraseAfter;

    protected ConfidentialRecord() {}

    ConfidentialRecord(
            String staffNumber,
            Kind kind,
            String about,
            byte[] sealed,
            String keptBy,
            Instant keptAt,
            String lineManager) {
        this.staffNumber = staffNumber;
        this.kind = kind;
        this.about = about;
        this.content = sealed;
        this.keptBy = keptBy;
        this.keptAt = Utc.of(keptAt);
        this.lineManager = lineManager;
    }

    /** The place its content is bound to; it cannot be opened anywhere else. */
    static String place(String staffNumber, Kind kind, String about) {
        return "confidential/%s/%s/%s".formatted(staffNumber, kind, about);
    }

    String place() {
        return place(staffNumber, kind, about);
    }

    long id() {
        return id;
    }

    String staffNumber() {
        return staffNumber;
    }

    Kind kind() {
        return kind;
    }

    String about() {
        return about;
    }

    byte[] content() {
        return content;
    }

    String keptBy() {
        return keptBy;
    }

    Instant keptAt() {
        return Utc.instant(keptAt);
    }

    String lineManager() {
        return lineManager;
    }
}
