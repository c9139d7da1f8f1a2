package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.List;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionRules.Broken;

/** An outcome that breaks rules of a session: nothing of it was taken. Carries each broken rule with the field it is about. */
public class OutcomeRefusedException extends RuntimeException {
  private final transient List<Broken> broken;

  public OutcomeRefusedException(List<Broken> broken) {
    super(broken.stream().map(one -> one.field() + " " + one.reason()).collect(Collectors.joining("; ")));
    this.broken = List.copyOf(broken);
  }

  public List<Broken> broken() {
    return broken;
  }
}
