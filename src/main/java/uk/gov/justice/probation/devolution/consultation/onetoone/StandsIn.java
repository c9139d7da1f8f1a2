package uk.gov.justice.probation.devolution.consultation.onetoone;

import java.util.Set;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.confidential.InPlaceOfLineManagers;
import uk.gov.justice.probation.devolution.confidential.Kind;
import uk.gov.justice.probation.devolution.consultation.CohortMemberRepository;
import uk.gov.justice.probation.devolution.consultation.Consultations;
import uk.gov.justice.probation.devolution.security.Colleague;

/**
 * Whoever was named to hold a one-to-one reads and writes down what belongs to it, until it is recorded; nothing else
 * that the line manager may see.
 */
@Component
class StandsIn implements InPlaceOfLineManagers {
    private static final Set<Kind> OF_A_ONE_TO_ONE = Set.of(Kind.ONE_TO_ONE_NOTE, Kind.ADJUSTMENTS, Kind.CIRCUMSTANCES);

    private final CohortMemberRepository members;
    private final Deadlines deadlines;

    StandsIn(CohortMemberRepository members, Deadlines deadlines) {
        this.members = members;
        this.deadlines = deadlines;
    }

    @Override
    public Set<Kind> openTo(Colleague colleague, String staffNumber, String about) {
        return members.standsInFor(colleague.userName(), staffNumber, deadlines.today()).stream()
                        .map(Consultations::subject)
                        .anyMatch(about::equals)
                ? OF_A_ONE_TO_ONE
                : Set.of();
    }
}
