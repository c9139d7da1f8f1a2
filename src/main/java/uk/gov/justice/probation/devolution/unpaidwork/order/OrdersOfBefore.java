package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.FormerName;

/**
 * The orders whose process began with a model of before. Where unpaid work was called placement then, it and the
 * processes of its sessions and enforcements wait for their messages by that name. None of them waits for an extension
 * by the court. When an order begins anew, it begins with the model and by the names of today (ADR 0068).
 */
@Component
public class OrdersOfBefore implements FormerName {
    private static final String BEFORE = "placement";
    private static final String STARTS = "unpaidwork.orderReceived";
    private static final String EXTENDED = "unpaidwork.orderExtended";
    private static final Set<String> TO_SESSIONS =
            Set.of("unpaidwork.sessionOver", "unpaidwork.sessionChanged", "unpaidwork.outcomeRecorded");
    private static final Set<String> TO_ENFORCEMENTS = Set.of("unpaidwork.evidenceJudged", "unpaidwork.reasonAccepted");

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
     * When the court extends an order of before, it is sent the same message as when its queue is frozen: it looks
     * again where it stands either way.
     */
    @Override
    public String nameOf(EngineMessage message) {
        String name = FormerName.super.nameOf(message);
        boolean unaware = message.name().equals(EXTENDED) && orders.existsById(Long.valueOf(message.correlationKey()));
        return unaware ? name.replace("orderExtended", "queueFrozen") : name;
    }

    @Override
    public boolean stillCounts(EngineMessage message) {
        if (message.name().equals(STARTS)) return false;
        long key = Long.parseLong(message.correlationKey());
        if (TO_SESSIONS.contains(message.name())) return orders.countBySession(key) > 0;
        if (TO_ENFORCEMENTS.contains(message.name())) return orders.countByEnforcement(key) > 0;
        return contains(key);
    }

    /** Its process has come to its first step, or back to it; the step's type says which name it goes by. */
    @Transactional
    public void opened(long orderId, String jobType) {
        if (isOfBefore(jobType) && !orders.existsById(orderId)) orders.save(new OrderOfBefore(orderId, true));
    }

    /** Its process has come to its first step, and does not wait for an extension. */
    @Transactional
    public void beganUnawareOfExtensions(long orderId) {
        if (!orders.existsById(orderId)) orders.save(new OrderOfBefore(orderId, false));
    }

    /** Whether the process of the order began by the former name. */
    @Transactional(readOnly = true)
    public boolean contains(long orderId) {
        return orders.existsByOrderIdAndFormerNameTrue(orderId);
    }

    /** Whether it is a step of a model that goes by the former name. */
    public boolean isOfBefore(String jobType) {
        return jobType.startsWith(BEFORE + ".");
    }

    /** An order begins anew, in a transaction that holds it: by today's name. */
    @EventListener
    public void on(EngineMessage message) {
        if (message.name().equals(STARTS)) orders.deleteByOrderId(Long.valueOf(message.correlationKey()));
    }
}
