package uk.gov.justice.probation.devolution.camunda;

import java.util.Set;

/**
 * What the records of Operate and Tasklist keep of what has ended, and drafts of open tasks; the engine itself knows
 * nothing of either and cannot overwrite it.
 */
public interface FinishedProcesses {

    /**
     * Deletes it from the records if that can be done. Calling it again is harmless: there is nothing left to delete.
     *
     * @param scopes what has ended: the process instance itself, or steps and sub-processes of it; empty if nothing has
     */
    void forget(long processInstanceKey, Set<Long> scopes);
}
