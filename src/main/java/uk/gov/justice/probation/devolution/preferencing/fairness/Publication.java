package uk.gov.justice.probation.devolution.preferencing.fairness;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.Immutable;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** Tables that were made and are shown from then on. */
@Entity
@Immutable
@Table(name = "fairness_publication")
public class Publication {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long consultationId;
    private Long whatIfRunId;
    private String title;
    private LocalDateTime madeAt;
    private String tables;

    protected Publication() {}

    /**
     * @param whatIfRunId null unless it is about a what-if run
     * @param tables as JSON
     */
    Publication(long consultationId, Long whatIfRunId, String title, Instant madeAt, String tables) {
        this.consultationId = consultationId;
        this.whatIfRunId = whatIfRunId;
        this.title = title;
        this.madeAt = Utc.of(madeAt.truncatedTo(ChronoUnit.MILLIS));
        this.tables = tables;
    }

    public long id() {
        return id;
    }

    /** Null unless it is about a what-if run. */
    public Long whatIfRunId() {
        return whatIfRunId;
    }

    /** For example "After the panel". */
    public String title() {
        return title;
    }

    public Instant madeAt() {
        return Utc.instant(madeAt);
    }

    String tables() {
        return tables;
    }
}
