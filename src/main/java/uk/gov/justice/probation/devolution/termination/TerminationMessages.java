package uk.gov.justice.probation.devolution.termination;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;

/** The messages sent to the process of a termination. */
final class TerminationMessages {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private TerminationMessages() {}

    /** Starts the process. */
    static EngineMessage due(long id) {
        return new EngineMessage(
                "termination.due", Long.toString(id), "termination-" + id, Map.of("terminationId", id), THIRTY_DAYS);
    }

    /** The blocker may be gone. */
    static EngineMessage unblocked(long id, Instant at) {
        return told("termination.unblocked", id, "unblocked-%d-%d".formatted(id, at.toEpochMilli()), TEN_MINUTES);
    }

    /** An event such as a death ended the case. */
    static EngineMessage eventHappened(long id, String reasonCode) {
        return told("termination.eventHappened", id, "event-%d-%s".formatted(id, reasonCode), AN_HOUR);
    }

    /** The case was reopened while the process was running: nothing is left to do, even if it waits for a handover. */
    static EngineMessage reopened(long id, boolean waiting) {
        return told(waiting ? "termination.queueReleased" : "termination.eventHappened", id, "reopened-" + id, AN_HOUR);
    }

    /** What it began for is not so any more: nothing is left to do, even if it waits for a handover. */
    static EngineMessage withdrawn(long id, boolean waiting) {
        return told(
                waiting ? "termination.queueReleased" : "termination.eventHappened", id, "withdrawn-" + id, AN_HOUR);
    }

    /** It looks again at what is open, whatever its step. */
    static EngineMessage lookAgain(long id, Instant at) {
        return told("termination.eventHappened", id, "lookAgain-%d-%d".formatted(id, at.toEpochMilli()), AN_HOUR);
    }

    /**
     * The queue is being handed over: the process waits. If it is about to open a task, it receives the message
     * afterwards.
     */
    static EngineMessage queueFrozen(long id, Instant at) {
        return told(
                "termination.queueFrozen",
                id,
                "termination.queueFrozen-%d-%d".formatted(id, at.toEpochMilli()),
                TEN_MINUTES);
    }

    /** The handover is over: the process continues. */
    static EngineMessage queueReleased(long id, Instant at) {
        return told(
                "termination.queueReleased",
                id,
                "termination.queueReleased-%d-%d".formatted(id, at.toEpochMilli()),
                THIRTY_DAYS);
    }

    private static EngineMessage told(String name, long id, String messageId, Duration kept) {
        return new EngineMessage(name, Long.toString(id), messageId, Map.of(), kept);
    }
}
