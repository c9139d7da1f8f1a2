package uk.gov.justice.probation.devolution.preferencing.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/**
 * That the window for the appeals of a consultation was opened. It is recorded once and for good; the consultation
 * holds the date until which appeals are in time.
 */
@Entity
@Immutable
class AppealWindow {
    @Id
    private long consultationId;

    private LocalDateTime openedAt;

    protected AppealWindow() {}
}
