package uk.gov.justice.probation.devolution.camunda;

import java.time.Duration;

/**
 * An answer waits until somebody has said on our page what its task is about. The step is handed out again after a
 * pause, as often as it takes: no attempt is used up.
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
