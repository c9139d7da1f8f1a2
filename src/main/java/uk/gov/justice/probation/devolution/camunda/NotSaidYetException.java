package uk.gov.justice.probation.devolution.camunda;

import java.time.Duration;

/**
 * An answer is waiting for somebody to say on our page what its task is about. The step is handed out again after a
 * pause, as often as necessary, without using up an attempt.
 */
class NotSaidYetException extends RuntimeException {
    private final transient Duration pause;

    NotSaidYetException(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
