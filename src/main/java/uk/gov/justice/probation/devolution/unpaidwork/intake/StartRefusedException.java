package uk.gov.justice.probation.devolution.unpaidwork.intake;

/** An order cannot be started; the message says why, in a sentence. {@code running}: because it runs already. */
public class StartRefusedException extends RuntimeException {
  private final boolean running;

  StartRefusedException(String message, boolean running) {
    super(message);
    this.running = running;
  }

  public boolean running() {
    return running;
  }
}
