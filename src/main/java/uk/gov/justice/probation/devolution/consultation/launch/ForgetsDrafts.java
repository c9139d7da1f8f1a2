package uk.gov.justice.probation.devolution.consultation.launch;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.consultation.ConsultationSettings;

/** Forgets launches that nobody has gone on with for long: they hold files with people's names. */
@Component
class ForgetsDrafts {
    private final LaunchDraftRepository drafts;
    private final ConsultationSettings settings;
    private final Clock clock;

    ForgetsDrafts(LaunchDraftRepository drafts, ConsultationSettings settings, Clock clock) {
        this.drafts = drafts;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT15M", fixedRateString = "PT12H")
    @Transactional
    public void forget() {
        drafts.forgetChangedBefore(Utc.of(clock.instant().minus(settings.keepDrafts())));
    }
}
