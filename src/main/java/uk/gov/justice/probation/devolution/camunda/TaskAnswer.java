package uk.gov.justice.probation.devolution.camunda;

import java.util.Collection;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Who completed which user task. The element instance is the natural key, so that an answer delivered twice counts
 * once.
 */
public record TaskAnswer(long taskInstance, Colleague colleague) {

    /** The name they sign in with. */
    public String by() {
        return colleague.userName();
    }

    /**
     * Refuses the answer of a person who does not have the role in the region now, whoever had it when the task was
     * created.
     *
     * @param action what the task is for, completing "can …", e.g. "decide on the handover"
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException which brings the task back
     */
    public void mustHold(Role role, String regionCode, String action) {
        colleague.mustHold(role, regionCode, action);
    }

    /** Like {@link #mustHold}, for one of several task groups. */
    public void mustBeInOneOf(Collection<String> taskGroups, String action) {
        colleague.mustBeInOneOf(taskGroups, action);
    }
}
