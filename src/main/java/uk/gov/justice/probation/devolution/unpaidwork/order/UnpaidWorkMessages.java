package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;

/**
 * The messages to the processes of orders, their sessions and enforcements, each with its name, key, id and lifetime.
 */
public final class UnpaidWorkMessages {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final Duration A_DAY = Duration.ofDays(1);

    private UnpaidWorkMessages() {}

    /** What can fall due in an order on a day that its process does not know. */
    enum Due {
        MONTH_NINE("unpaidwork.monthNine"),
        MONTH_ELEVEN("unpaidwork.monthEleven"),
        MONTH_TWELVE("unpaidwork.monthTwelve"),
        REVIEW("unpaidwork.reviewDue");

        private final String message;

        Due(String message) {
            this.message = message;
        }
    }

    /** Starts its process for the n-th time. */
    static EngineMessage orderReceived(long orderId, int time) {
        return told(
                "unpaidwork.orderReceived",
                orderId,
                "orderReceived-%d-%d".formatted(orderId, time),
                Map.of("orderId", orderId),
                A_DAY);
    }

    static EngineMessage orderStopped(Order order) {
        return told(
                "unpaidwork.orderStopped",
                order.id(),
                "orderStopped-%d-%d".formatted(order.id(), order.version()),
                A_DAY);
    }

    /** The court gave it more time: its process begins again with the new dates. */
    static EngineMessage orderExtended(Order order) {
        return told(
                "unpaidwork.orderExtended",
                order.id(),
                "extended-%d-order-%d".formatted(order.version(), order.id()),
                AN_HOUR);
    }

    /**
     * What it was placed by has changed: its process sees again where it stands, as after an extension.
     *
     * @param occasion why it is sent; for the same occasion it is sent only once
     */
    static EngineMessage orderLooksAgain(long orderId, Object occasion) {
        return told("unpaidwork.orderExtended", orderId, "looksAgain-%d-%s".formatted(orderId, occasion), AN_HOUR);
    }

    /** @param occasion why it is sent; for the same occasion it is sent only once */
    static EngineMessage due(Due what, long orderId, Object occasion) {
        return told(what.message, orderId, "%s-%d-%s".formatted(what.message, orderId, occasion), HALF_A_DAY);
    }

    /** A handover has frozen the order's queue. */
    public static EngineMessage queueFrozen(long orderId, int orderVersion, long handoverId) {
        return told(
                "unpaidwork.queueFrozen",
                orderId,
                "frozen-%d-%d-order-%d".formatted(handoverId, orderVersion, orderId),
                AN_HOUR);
    }

    public static EngineMessage queueReleased(long orderId, int orderVersion, long handoverId) {
        return told(
                "unpaidwork.queueReleased",
                orderId,
                "released-%d-%d-order-%d".formatted(handoverId, orderVersion, orderId),
                AN_HOUR);
    }

    /** A session has its outcome, which is to be settled now. */
    public static EngineMessage outcomeRecorded(long sessionId) {
        return told("unpaidwork.outcomeRecorded", sessionId, "outcomeRecorded-" + sessionId, AN_HOUR);
    }

    /** The session its process waits for is no longer the next one: it checks again. */
    public static EngineMessage sessionChanged(long sessionId, String why) {
        return told("unpaidwork.sessionChanged", sessionId, "sessionChanged-%d-%s".formatted(sessionId, why), AN_HOUR);
    }

    /**
     * The session of a limited-access case is over.
     *
     * @param occasion why it is sent; for the same occasion it is sent only once
     */
    public static EngineMessage sessionOver(long sessionId, Object occasion, Map<String, Object> dueFromNow) {
        return told(
                "unpaidwork.sessionOver",
                sessionId,
                "sessionOver-%d-%s".formatted(sessionId, occasion),
                dueFromNow,
                HALF_A_DAY);
    }

    /** Registers bring the order nothing more: its process sees what comes next. */
    public static EngineMessage orderGoesOn(long orderId) {
        return told("unpaidwork.orderGoesOn", orderId, "goesOn-%d-%s".formatted(orderId, UUID.randomUUID()), AN_HOUR);
    }

    /** Somebody is asked for the register of a project's day, for the n-th time. */
    public static EngineMessage registerDue(long registerId, String projectCode, LocalDate on, int time) {
        return new EngineMessage(
                "unpaidwork.registerDue",
                "%s %s".formatted(projectCode, on),
                "registerDue-%d-%d".formatted(registerId, time),
                Map.of("registerId", registerId),
                A_DAY);
    }

    /** By which a register that somebody is asked for, for the n-th time, hears of its end. */
    public static String registerKey(long registerId, int time) {
        return "%d-%d".formatted(registerId, time);
    }

    /** Everybody who was expected has an outcome. */
    public static EngineMessage registerDone(long registerId, int time) {
        String key = registerKey(registerId, time);
        return new EngineMessage("unpaidwork.registerDone", key, "registerDone-" + key, Map.of(), AN_HOUR);
    }

    /** The order has a failure to enforce. */
    public static EngineMessage enforcementNeeded(long orderId, long enforcementId) {
        return enforcementNeeded(orderId, enforcementId, "enforcementNeeded-%d".formatted(enforcementId));
    }

    /** The order goes on, and with it the enforcement that was under way when it was stopped. */
    public static EngineMessage enforcementNeededAgain(long orderId, long enforcementId, int orderVersion) {
        return enforcementNeeded(
                orderId, enforcementId, "enforcementNeeded-%d-again-%d".formatted(enforcementId, orderVersion));
    }

    private static EngineMessage enforcementNeeded(long orderId, long enforcementId, String id) {
        return told("unpaidwork.enforcementNeeded", orderId, id, Map.of("enforcementId", enforcementId), A_DAY);
    }

    /** Waiting for evidence is no longer necessary. */
    public static EngineMessage evidenceJudged(long enforcementId) {
        return told("unpaidwork.evidenceJudged", enforcementId, "evidenceJudged-" + enforcementId, A_DAY);
    }

    /** The letter is withdrawn. */
    public static EngineMessage reasonAccepted(long enforcementId) {
        return told("unpaidwork.reasonAccepted", enforcementId, "reasonAccepted-" + enforcementId, A_DAY);
    }

    private static EngineMessage told(String name, long key, String id, Duration kept) {
        return told(name, key, id, Map.of(), kept);
    }

    private static EngineMessage told(String name, long key, String id, Map<String, Object> variables, Duration kept) {
        return new EngineMessage(name, Long.toString(key), id, variables, kept);
    }
}
