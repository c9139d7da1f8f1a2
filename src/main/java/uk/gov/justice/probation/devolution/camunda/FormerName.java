package uk.gov.justice.probation.devolution.camunda;

/**
 * The name of a family of processes in earlier releases. Processes that began then use that name for their steps and
 * messages until they end (ADR 0068).
 */
public interface FormerName {

    /** The prefix of its job types and messages now. */
    String family();

    /** The prefix in earlier releases. */
    String before();

    /** Whether the process that this message is for began under the former name. */
    boolean stillCounts(EngineMessage message);

    /** The name under which the process that this message is for waits for it. */
    default String nameOf(EngineMessage message) {
        return stillCounts(message) ? before() + message.name().substring(family().length()) : message.name();
    }
}
