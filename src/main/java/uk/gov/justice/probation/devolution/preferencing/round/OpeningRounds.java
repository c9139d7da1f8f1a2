package uk.gov.justice.probation.devolution.preferencing.round;

import java.time.Clock;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.consultation.Consultations;

/** Opens rounds, each with a secret of its own. */
@Component
class OpeningRounds {
    private final RoundDates dates;
    private final Secrets secrets;
    private final Clock clock;

    OpeningRounds(RoundDates dates, Secrets secrets, Clock clock) {
        this.dates = dates;
        this.secrets = secrets;
        this.clock = clock;
    }

    Round open(Consultations.Facts consultation) {
        Secrets.Drawn secret = secrets.draw(consultation.id());
        return new Round(
                consultation.id(),
                clock.instant(),
                dates.closing(consultation.preferencesCloseAt()),
                secret.sha256(),
                secret.sealed());
    }
}
