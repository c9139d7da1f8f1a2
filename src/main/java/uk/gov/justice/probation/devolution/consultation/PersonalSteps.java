package uk.gov.justice.probation.devolution.consultation;

import java.util.List;
import java.util.Map;
import uk.gov.justice.probation.devolution.consultation.Consultations.Facts;

/** Says how far a person has come with their steps in the consultations they take part in; each module with its own. */
public interface PersonalSteps {

    /**
     * @param takingPart one person, with the consultation of each membership
     * @return by member id
     */
    Map<Long, List<PersonalStep>> of(Map<Member, Facts> takingPart);
}
