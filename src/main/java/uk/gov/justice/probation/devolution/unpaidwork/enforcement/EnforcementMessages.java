package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Duration;
import java.util.Map;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;

/** What the processes of an order and of an enforcement are told of it. */
final class EnforcementMessages {
  private static final Duration KEPT = Duration.ofDays(1);

  private EnforcementMessages() {}

  /** The order has a failure to enforce. */
  static EngineMessage needed(Enforcement enforcement) {
    return needed(enforcement, "");
  }

  /** The order goes on, and so does what was enforced when it was stopped. */
  static EngineMessage neededAgain(Enforcement enforcement, int orderVersion) {
    return needed(enforcement, "-again-" + orderVersion);
  }

  /** Nobody needs to wait for evidence any more. */
  static EngineMessage evidenceJudged(Enforcement enforcement) {
    return told("unpaidwork.evidenceJudged", enforcement, "evidenceJudged-" + enforcement.id());
  }

  /** What was written is withdrawn. */
  static EngineMessage reasonAccepted(Enforcement enforcement) {
    return told("unpaidwork.reasonAccepted", enforcement, "reasonAccepted-" + enforcement.id());
  }

  private static EngineMessage needed(Enforcement enforcement, String occasion) {
    return new EngineMessage("unpaidwork.enforcementNeeded", Long.toString(enforcement.orderId()), "enforcementNeeded-" + enforcement.id() + occasion,
        Map.of("enforcementId", enforcement.id()), KEPT);
  }

  private static EngineMessage told(String name, Enforcement enforcement, String messageId) {
    return new EngineMessage(name, Long.toString(enforcement.id()), messageId, Map.of(), KEPT);
  }
}
