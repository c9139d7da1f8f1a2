package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkMessages;

/**
 * Tells the process of an order when its sessions have changed so that it has something to do. A process that waits for
 * a session hears that this is no longer the next one. One that waits for registers hears when these can bring nothing
 * more: no session is left, or one needs a process of its own (ADR 0085).
 */
@Component
class TellingOrders {
    private final ApplicationEventPublisher events;

    TellingOrders(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** The session its process waits for is no longer the next one. */
    void changed(long sessionId, String why) {
        events.publishEvent(UnpaidWorkMessages.sessionChanged(sessionId, why));
    }

    /** No process settles these outcomes. */
    void settle(List<Long> recorded) {
        if (!recorded.isEmpty()) events.publishEvent(new OutcomesToSettle(recorded));
    }

    /** @param before its open sessions before they changed, as {@code now} after it */
    void tell(long orderId, OrderState state, List<Appointment> before, List<Appointment> now) {
        Optional<Appointment> waitedFor = Appointment.next(Appointment.withProcess(before));
        Optional<Appointment> next = Appointment.next(Appointment.withProcess(now));
        if (waitedFor.isPresent()) {
            if (!next.equals(waitedFor)) changed(waitedFor.get().id(), Appointment.plannedNow(next));
        } else if (state == OrderState.SESSIONS && (now.isEmpty() || next.isPresent())) {
            events.publishEvent(UnpaidWorkMessages.orderGoesOn(orderId));
        }
    }
}
