package uk.gov.justice.probation.devolution.consultation;

import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;

/** An individual step was attempted before every union's feedback was in or its absence approved. */
public class BeforeIndividualStageException extends NotPossibleNow {

    BeforeIndividualStageException(String title) {
        super(
                "No step with a single person is possible in '%s' yet: the individual stage has not been opened. It opens by itself when every union's feedback is in, or the Regional "
                                .formatted(title)
                        + "Probation Director has approved going on without it, and the response is given");
    }

    /** It is opened by what unions and the director do, which is a matter of weeks. */
    @Override
    public boolean waitsForPeople() {
        return true;
    }
}
