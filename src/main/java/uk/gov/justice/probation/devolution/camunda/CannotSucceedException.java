package uk.gov.justice.probation.devolution.camunda;

/**
 * An automated step that cannot succeed by being retried. Its message says what is wrong, where, and what to do; it
 * becomes the incident that a manager sees in Operate.
 */
public class CannotSucceedException extends RuntimeException {
    public CannotSucceedException(String message) {
        super(message);
    }
}
