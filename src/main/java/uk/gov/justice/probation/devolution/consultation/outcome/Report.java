package uk.gov.justice.probation.devolution.consultation.outcome;

import java.time.LocalDate;
import uk.gov.justice.probation.devolution.consultation.PreferencingFigures.Figures;

/** What a closed consultation came to. {@code preferencing} is null where nobody provides figures. */
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
        Figures preferencing) {}
