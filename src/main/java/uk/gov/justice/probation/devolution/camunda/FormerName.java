package uk.gov.justice.probation.devolution.camunda;

/**
 * The name of a family of processes in earlier releases. Processes that began then ask for their steps, and wait for
 * their messages, by that name until they end (ADR 0068).
 */
public interface FormerName {

    /** What its job types and messages begin with now. */
    String family();

    /** What they began with in earlier releases. */
    String before();

    /** Whether the process that this message is for began under the former name. */
    boolean stillCounts(EngineMessage message);

    /** By which name the process that this message of today is for waits for it. */
    default String nameOf(EngineMessage message) {
        return stillCounts(message) ? before() + message.name().substring(family().length()) : message.name();
    }
}
