package uk.gov.justice.probation.devolution.camunda;

import java.util.Set;

/**
 * What the records of Operate and Tasklist keep of ended processes and of drafts of open tasks. The engine itself knows
 * neither and cannot overwrite them.
 */
public interface FinishedProcesses {

    /**
     * Deletes it from the records if possible. Repeating the call is harmless.
     *
     * @param scopes what has ended: the process instance itself, or steps and sub-processes of it; empty if nothing has
     */
    void forget(long processInstanceKey, Set<Long> scopes);
}
