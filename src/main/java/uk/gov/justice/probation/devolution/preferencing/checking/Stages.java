package uk.gov.justice.probation.devolution.preferencing.checking;

import org.springframework.stereotype.Service;
import uk.gov.justice.probation.devolution.preferencing.outcome.OpeningAppealWindow;
import uk.gov.justice.probation.devolution.preferencing.round.Round;
import uk.gov.justice.probation.devolution.preferencing.round.Rounds;

/** Says how much of a round is shown. Nothing that lets anybody find a result is shown before the letters do. */
@Service
public class Stages {
    private final Rounds rounds;
    private final OpeningAppealWindow appeals;

    Stages(Rounds rounds, OpeningAppealWindow appeals) {
        this.rounds = rounds;
        this.appeals = appeals;
    }

    public Stage of(Round round) {
        if (appeals.isOpened(round.consultationId())) return Stage.GIVEN_OUT;
        return round.rowsRoot() != null || rounds.allocated(round.consultationId())
                ? Stage.ROWS_FIXED
                : Stage.PUBLISHED;
    }

    /** Whether there are documents of it: in a round of before no rows are fixed. */
    public boolean hasDocuments(Round round) {
        return round.hasSecret() && (round.rowsRoot() != null || !of(round).is(Stage.ROWS_FIXED));
    }
}
