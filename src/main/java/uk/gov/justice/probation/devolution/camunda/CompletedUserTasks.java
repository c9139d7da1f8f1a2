package uk.gov.justice.probation.devolution.camunda;

/**
 * Who completed a user task. The engine does not tell its job workers, so the answer is read from the task list, which runs a second or two behind.
 */
public interface CompletedUserTasks {

  /**
   * The user name of who completed the task of this element instance.
   *
   * @throws NotYetKnownException while the task list has not caught up: try again
   */
  String completedBy(long processInstanceKey, String elementId, long elementInstanceKey);

  class NotYetKnownException extends RuntimeException {
    public NotYetKnownException(String elementId, long processInstanceKey) {
      super("Tasklist does not yet say who completed %s of process instance %d".formatted(elementId, processInstanceKey));
    }
  }
}
