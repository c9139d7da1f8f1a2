package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.FormerName;

/**
 * The orders whose process began with an earlier model. If unpaid work was still called placement then, the processes
 * of the order, its sessions and its enforcements expect their messages under that name. None of them expects an
 * extension by the court. When an order begins again, it uses the present model and names (ADR 0068).
 */
@Component
public class OrdersOfBefore implements FormerName {
    private static final String BEFORE = "placement";
    private static final String STARTS = "unpaidwork.orderReceived";
    private static final String EXTENDED = "unpaidwork.orderExtended";
    private static final Set<String> TO_SESSIONS =
            Set.of("unpaidwork.sessionOver", "unpaidwork.sessionChanged", "unpaidwork.outcomeRecorded");
    private static final Set<String> TO_ENFORCEMENTS = Set.of("unpaidwork.evidenceJudged", "unpaidwork.reasonAccepted");

    private static final Set<String> NEW =
            Set.of("unpaidwork.registerDue", "unpaidwork.registerDone", "unpaidwork.orderGoesOn");

    private final OrderOfBeforeRepository orders;

    OrdersOfBefore(OrderOfBeforeRepository orders) {
        this.orders = orders;
    }

    @Override
    public String family() {
        return "unpaidwork";
    }

    @Override
    public String before() {
        return BEFORE;
    }

    /**
     * When the court extends an order of an earlier model, it is sent the message for a frozen queue instead. Either
     * way it checks its state again.
     */
    @Override
    public String nameOf(EngineMessage message) {
        String name = FormerName.super.nameOf(message);
        boolean unaware = message.name().equals(EXTENDED) && orders.existsById(Long.valueOf(message.correlationKey()));
        return unaware ? name.replace("orderExtended", "queueFrozen") : name;
    }

    @Override
    public boolean stillCounts(EngineMessage message) {
        if (message.name().equals(STARTS) || NEW.contains(message.name())) return false;
        long key = Long.parseLong(message.correlationKey());
        if (TO_SESSIONS.contains(message.name())) return orders.countBySession(key) > 0;
        if (TO_ENFORCEMENTS.contains(message.name())) return orders.countByEnforcement(key) > 0;
        return contains(key);
    }

    /** Its process has reached its first step, or returned to it. The step's type shows which name it uses. */
    @Transactional
    public void opened(long orderId, String jobType) {
        if (isOfBefore(jobType) && !orders.existsById(orderId)) orders.save(new OrderOfBefore(orderId, true));
    }

    /** Its process has reached its first step, and does not expect an extension. */
    @Transactional
    public void beganUnawareOfExtensions(long orderId) {
        if (!orders.existsById(orderId)) orders.save(new OrderOfBefore(orderId, false));
    }

    /** Whether the process of the order began under the former name. */
    @Transactional(readOnly = true)
    public boolean contains(long orderId) {
        return orders.existsByOrderIdAndFormerNameTrue(orderId);
    }

    /** Whether this is a step of a model that uses the former name. */
    public boolean isOfBefore(String jobType) {
        return jobType.startsWith(BEFORE + ".");
    }

    /** An order begins again, in a transaction that has it locked: from now on it uses today's name. */
    @EventListener
    public void on(EngineMessage message) {
        if (message.name().equals(STARTS)) orders.deleteByOrderId(Long.valueOf(message.correlationKey()));
    }
}
