package uk.gov.justice.probation.devolution.preferencing.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/**
 * Records, once and for good, that a consultation's appeal window was opened. The consultation itself holds the date
 * until which appeals are in time.
 */
@Entity
@Immutable
class AppealWindow {
    @Id
    private long consultationId;

    private LocalDateTime openedAt;

    protected AppealWindow() {}
}
