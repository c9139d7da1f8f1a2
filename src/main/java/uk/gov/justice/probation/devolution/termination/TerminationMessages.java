package uk.gov.justice.probation.devolution.termination;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;

/** The messages to the process of a termination. */
final class TerminationMessages {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private TerminationMessages() {}

    /** It begins. */
    static EngineMessage due(long id) {
        return new EngineMessage(
                "termination.due", Long.toString(id), "termination-" + id, Map.of("terminationId", id), THIRTY_DAYS);
    }

    /** What blocked it may be gone. */
    static EngineMessage unblocked(long id, Instant at) {
        return told("termination.unblocked", id, "unblocked-%d-%d".formatted(id, at.toEpochMilli()), TEN_MINUTES);
    }

    /** An event such as a death ended the case. */
    static EngineMessage eventHappened(long id, String reasonCode) {
        return told("termination.eventHappened", id, "event-%d-%s".formatted(id, reasonCode), AN_HOUR);
    }

    /** The case was reopened while it ran: there is nothing left to do, even if it waits for a handover. */
    static EngineMessage reopened(long id, boolean waiting) {
        return told(waiting ? "termination.queueReleased" : "termination.eventHappened", id, "reopened-" + id, AN_HOUR);
    }

    /** Its queue is being handed over: it waits. One that is about to open a task finds the message afterwards. */
    static EngineMessage queueFrozen(long id, Instant at) {
        return told(
                "termination.queueFrozen",
                id,
                "termination.queueFrozen-%d-%d".formatted(id, at.toEpochMilli()),
                TEN_MINUTES);
    }

    /** The handover is over: it goes on. */
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
