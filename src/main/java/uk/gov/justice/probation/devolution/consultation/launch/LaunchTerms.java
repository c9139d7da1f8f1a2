package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.Consultation;

/** Creates a consultation from what was entered: its title, and when ranking closes. */
@Component
class LaunchTerms {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final ChoicesQuery choices;
    private final Deadlines deadlines;
    private final Clock clock;

    LaunchTerms(ChoicesQuery choices, Deadlines deadlines, Clock clock) {
        this.choices = choices;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param processInstanceKey the process that already runs it; null if our message has yet to start one */
    Consultation consultation(Launch launch, String by, Long processInstanceKey) {
        String region = choices.regionName(launch.regionCode());
        String who = launch.unitCode() == null
                ? region
                : choices.unitName(launch.unitCode()).orElseThrow();
        Instant closeAt = launch.preferencesCloseOn() == null ? null : deadlines.endOfDay(launch.preferencesCloseOn());
        Consultation consultation = new Consultation(
                launch.regionCode(),
                region,
                launch.unitCode(),
                launch.grades(),
                "%s, %s".formatted(who, YearMonth.from(deadlines.today()).format(MONTH)),
                launch.objective(),
                launch.maxChoices(),
                launch.mobilityLimit());
        if (processInstanceKey != null) consultation.runBy(processInstanceKey);
        return consultation.launched(by, clock.instant(), closeAt);
    }
}
