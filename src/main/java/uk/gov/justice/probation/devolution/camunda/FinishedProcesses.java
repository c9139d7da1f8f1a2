package uk.gov.justice.probation.devolution.camunda;

import java.util.Set;

/** What the records of Operate and Tasklist keep of what has ended; the engine itself knows nothing of it any more and cannot overwrite it. */
public interface FinishedProcesses {

  /**
   * Deletes it from the records, where that can be done; asked again, there is nothing left to delete.
   *
   * @param scopes what has ended: the process instance itself, or steps and sub-processes of it
   */
  void forget(long processInstanceKey, Set<Long> scopes);
}
