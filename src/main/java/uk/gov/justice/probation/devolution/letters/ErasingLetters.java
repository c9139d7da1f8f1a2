package uk.gov.justice.probation.devolution.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.letters.LetterBatch.Due;

/**
 * Erases the text of letters when their retention period is over, once a day and soon after each start. The record that
 * they were written and sent, and their hashes, stay.
 */
@Component
public class ErasingLetters {
    private final LetterBatch letters;
    private final LetterSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    ErasingLetters(LetterBatch letters, LetterSettings settings, AuditTrail audit, Clock clock) {
        this.letters = letters;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT24H")
    @Transactional
    public void eraseWhatIsDue() {
        List<Due> due =
                letters.lockDue(LocalDate.now(clock).minus(settings.keepFor()).atStartOfDay());
        if (due.isEmpty()) return;
        letters.erase(due.stream().map(Due::id).toList(), Utc.of(clock.instant()));
        due.forEach(letter ->
                audit.record("system", "LETTER_ERASED", Letters.subject(letter.id()), letter.regionCode(), Map.of()));
    }
}
