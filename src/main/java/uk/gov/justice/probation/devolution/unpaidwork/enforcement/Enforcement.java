package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What follows from a failure, without the reason that is written about it.
 *
 * @param counts whether it stands as an unacceptable failure
 * @param step null until it is decided
 * @param reasonAccepted what was judged of the person's reason; null: nobody has judged one
 * @param reasoned whether something is written about it
 */
public record Enforcement(
    long id, long orderId, long sessionId, LocalDate failedOn, EnforcementState state, boolean counts, boolean verySerious, EnforcementStep step, Boolean reasonAccepted,
    String judgedBy, boolean reasoned, Instant openedAt, Instant closedAt, int version) {

  /** What messages name the enforcement by. */
  public String subject() {
    return "enforcement/" + id;
  }

  boolean acceptedReason() {
    return Boolean.TRUE.equals(reasonAccepted);
  }

  /** Whether nothing is known that could excuse the failure. */
  boolean unjudged() {
    return reasonAccepted == null;
  }

  @Override
  public String toString() {
    return "Enforcement[id=%d, orderId=%d, state=%s]".formatted(id, orderId, state);
  }
}
