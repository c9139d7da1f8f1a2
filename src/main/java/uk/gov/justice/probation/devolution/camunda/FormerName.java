package uk.gov.justice.probation.devolution.camunda;

/** How a family of processes was called in the releases before. What began then asks for its steps, and waits for its messages, by that name until it ends (ADR 0068). */
public interface FormerName {

  /** What its job types and messages begin with now. */
  String family();

  /** What they began with before. */
  String before();

  /** What a message of today was called then. */
  default String before(String message) {
    return before() + message.substring(family().length());
  }

  /** Whether the process that this message is for began under the former name. */
  boolean stillCounts(EngineMessage message);
}
