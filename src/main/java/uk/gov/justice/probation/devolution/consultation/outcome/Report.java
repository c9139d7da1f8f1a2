package uk.gov.justice.probation.devolution.consultation.outcome;

import java.time.LocalDate;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures.Published;

/** The results of a closed consultation. {@code preferencing} is null if it has no figures. */
public record Report(
        int people,
        int left,
        int extended,
        int met,
        int withUnionRepresentative,
        int declined,
        int unionsHeard,
        int unionsMissing,
        int questions,
        int questionsAnswered,
        LocalDate closedOn,
        Published preferencing) {}
