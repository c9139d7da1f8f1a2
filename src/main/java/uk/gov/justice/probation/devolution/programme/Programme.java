package uk.gov.justice.probation.devolution.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import uk.gov.justice.probation.devolution.calendar.Utc;

/** One launch of the plan, for one region or several. */
@Entity
@Immutable
class Programme {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private LocalDate baseDate;
    private int shiftDays;
    private String launchedBy;
    private LocalDateTime launchedAt;

    protected Programme() {}

    Programme(LocalDate baseDate, int shiftDays, String launchedBy, Instant launchedAt) {
        this.baseDate = baseDate;
        this.shiftDays = shiftDays;
        this.launchedBy = launchedBy;
        this.launchedAt = Utc.of(launchedAt);
    }

    Long id() {
        return id;
    }
}
