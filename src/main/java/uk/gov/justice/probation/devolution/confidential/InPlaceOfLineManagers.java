package uk.gov.justice.probation.devolution.confidential;

import java.util.Set;
import uk.gov.justice.probation.devolution.security.Colleague;

/** Says who acts in a line manager's place about one subject: they read and add what the line manager may. */
public interface InPlaceOfLineManagers {

    /**
     * @param about such as {@code consultation/12}
     * @return the kinds that are open to the colleague; empty if they do not act for this person's line manager
     */
    Set<Kind> openTo(Colleague colleague, String staffNumber, String about);
}
