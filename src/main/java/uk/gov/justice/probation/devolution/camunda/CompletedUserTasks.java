package uk.gov.justice.probation.devolution.camunda;

/**
 * Finds who completed a user task. The engine does not tell its job workers, so it is read from the cluster's search
 * data, which lags a second or two behind.
 */
public interface CompletedUserTasks {
    /** Matches no user name, so that the answer of whom nobody knows is refused. */
    String NOBODY = "unassigned";

    /**
     * The user name of the person who completed the task of this element instance.
     *
     * @throws NotYetKnownException if the task list has not caught up yet; try again
     */
    String completedBy(long processInstanceKey, String elementId, long elementInstanceKey);

    class NotYetKnownException extends RuntimeException {
        public NotYetKnownException(String elementId, long processInstanceKey) {
            super("Camunda does not yet say who completed %s of process instance %d"
                    .formatted(elementId, processInstanceKey));
        }
    }
}
