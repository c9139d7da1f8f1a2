package uk.gov.justice.probation.devolution.preferencing.outcome;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;
import uk.gov.justice.probation.devolution.preferencing.round.PreferencingSettings;

/**
 * Determines until when appeals are in time. The first outcome letter promises a date, and it becomes final when the
 * last letter has been written.
 */
@Service
public class OpeningAppealWindow {
    private final Consultations consultations;
    private final AppealWindowRepository windows;
    private final Deadlines deadlines;
    private final PreferencingSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    OpeningAppealWindow(
            Consultations consultations,
            AppealWindowRepository windows,
            Deadlines deadlines,
            PreferencingSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.consultations = consultations;
        this.windows = windows;
        this.deadlines = deadlines;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The letters are written: everybody has the whole window from now on, even if the letters promised less.
     *
     * @return when the window closes, always as first determined
     */
    @Transactional
    public Instant open(long consultationId) {
        Facts consultation = consultations.lock(consultationId);
        if (windows.recordOnce(consultationId, Utc.of(clock.instant())) == 0) return consultation.appealsCloseAt();
        Instant closes = wholeWindow();
        consultations.appealsCloseAt(consultationId, closes);
        audit.record(
                "system",
                "APPEAL_WINDOW_OPENED",
                consultation.subject(),
                consultation.regionCode(),
                Map.of("closes", closes.toString()));
        return closes;
    }

    /** Whether everybody's letter is written. */
    public boolean isOpened(long consultationId) {
        return windows.existsById(consultationId);
    }

    /** The consultation with the date its letters name: the window counted from the first letter. */
    @Transactional(propagation = Propagation.MANDATORY)
    Facts promise(long consultationId) {
        if (consultations.lock(consultationId).appealsCloseAt() == null)
            consultations.appealsCloseAt(consultationId, wholeWindow());
        return consultations.get(consultationId);
    }

    private Instant wholeWindow() {
        if (settings.appealsCloseWithin() != null) return clock.instant().plus(settings.appealsCloseWithin());
        return OffsetDateTime.parse(deadlines.inWorkingDays(settings.appealWindow()))
                .toInstant();
    }
}
