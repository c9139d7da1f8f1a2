package uk.gov.justice.probation.devolution.camunda;

/**
 * Who completed a user task. The engine does not inform its job workers, so the answer is read from what the cluster
 * keeps for searches, which runs a second or two behind.
 */
public interface CompletedUserTasks {

    /**
     * The user name of whoever completed the task of this element instance.
     *
     * @throws NotYetKnownException while the task list has not caught up: try again
     */
    String completedBy(long processInstanceKey, String elementId, long elementInstanceKey);

    class NotYetKnownException extends RuntimeException {
        public NotYetKnownException(String elementId, long processInstanceKey) {
            super("Camunda does not yet say who completed %s of process instance %d"
                    .formatted(elementId, processInstanceKey));
        }
    }
}
