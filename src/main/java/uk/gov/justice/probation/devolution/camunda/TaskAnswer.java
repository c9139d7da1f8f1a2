package uk.gov.justice.probation.devolution.camunda;

import java.util.Collection;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Who completed which user task: the element instance is its natural key, so that an answer delivered twice counts
 * once.
 */
public record TaskAnswer(long taskInstance, Colleague colleague) {

    /** The name with which they sign in. */
    public String by() {
        return colleague.userName();
    }

    /**
     * Refuses the answer of whoever does not hold the role in the region now, whoever held it when the task was made.
     *
     * @param action what the task is for, as it reads after "can": "decide on the handover"
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException that brings the task again
     */
    public void mustHold(Role role, String regionCode, String action) {
        colleague.mustHold(role, regionCode, action);
    }

    /** As {@link #mustHold}, for one of several task groups. */
    public void mustBeInOneOf(Collection<String> taskGroups, String action) {
        colleague.mustBeInOneOf(taskGroups, action);
    }
}
