package uk.gov.justice.probation.devolution.consultation.launch;

import java.util.List;

/** The consultation was not launched, with every reason; {@code alreadyRunning} where somebody takes part in a running one. */
public class LaunchRefusedException extends RuntimeException {
  private final List<String> reasons;
  private final boolean alreadyRunning;

  LaunchRefusedException(List<String> reasons, boolean alreadyRunning) {
    super(String.join(" ", reasons));
    this.reasons = List.copyOf(reasons);
    this.alreadyRunning = alreadyRunning;
  }

  public List<String> reasons() {
    return reasons;
  }

  public boolean alreadyRunning() {
    return alreadyRunning;
  }
}
