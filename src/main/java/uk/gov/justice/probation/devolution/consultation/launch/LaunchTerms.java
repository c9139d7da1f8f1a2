package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.consultation.Consultation;

/** Creates a consultation from what was entered: its name, and when ranking closes. */
@Component
class LaunchTerms {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final ChoicesQuery choices;
    private final ConsultationNames names;
    private final Deadlines deadlines;
    private final Clock clock;

    LaunchTerms(ChoicesQuery choices, ConsultationNames names, Deadlines deadlines, Clock clock) {
        this.choices = choices;
        this.names = names;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * @param processInstanceKey the process that already runs it; null if our message has yet to start one
     * @throws uk.gov.justice.probation.devolution.refusal.Taken if another consultation has the name
     */
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
                launch.sites(),
                launch.grades(),
                name(launch, who),
                launch.objective(),
                launch.maxChoices(),
                launch.mobilityLimit());
        if (processInstanceKey != null) consultation.runBy(processInstanceKey);
        return names.save(consultation.launched(by, clock.instant(), closeAt));
    }

    private String name(Launch launch, String who) {
        if (launch.name() == null)
            return names.freeLike(
                    "%s, %s".formatted(who, YearMonth.from(deadlines.today()).format(MONTH)));
        names.mustBeFree(launch.name());
        return launch.name();
    }
}
