package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.camunda.EngineMessage;
import uk.gov.justice.probation.devolution.camunda.ExpectedCalls;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcement;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements;
import uk.gov.justice.probation.devolution.unpaidwork.order.NotingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrdersOfBefore;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/** Which processes an order's process is about to call. The first step of each of them asks here. */
@Component
class CallsOfOrders {
    private final ExpectedCalls calls;
    private final Orders orders;
    private final OrdersOfBefore ofBefore;
    private final NotingOrders noting;
    private final Sessions sessions;
    private final Enforcements enforcements;

    CallsOfOrders(
            ExpectedCalls calls,
            Orders orders,
            OrdersOfBefore ofBefore,
            NotingOrders noting,
            Sessions sessions,
            Enforcements enforcements) {
        this.calls = calls;
        this.orders = orders;
        this.ofBefore = ofBefore;
        this.noting = noting;
        this.sessions = sessions;
        this.enforcements = enforcements;
    }

    /**
     * The process of an order, or of a register, is started by our message, and an enforcement's by the order's process
     * when it receives ours. All are expected from then on. The enforcement of an order that began with an earlier
     * model claims nothing.
     */
    @EventListener
    void told(EngineMessage message) {
        int occasion = message.messageId().hashCode();
        switch (message.name()) {
            case "unpaidwork.orderReceived" -> calls.expect("upw-placement", message.correlationKey(), occasion);
            case "unpaidwork.registerDue" ->
                calls.expect("upw-register", message.variables().get("registerId"), occasion);
            case "unpaidwork.enforcementNeeded" -> {
                if (!ofBefore.contains(Long.parseLong(message.correlationKey())))
                    calls.expect("upw-enforcement", message.variables().get("enforcementId"), occasion);
            }
            default -> {}
        }
    }

    /** Models that do not say whom they call do not know extensions either, because both came with the same release. */
    void begun(long orderId, ActivatedJob job) {
        calls.begun(job);
        if (job.getElementId().equals("Task_ReceiveOrder") && !calls.saysCalls(job))
            ofBefore.beganUnawareOfExtensions(orderId);
    }

    void expectBeginning(long orderId, ActivatedJob job) {
        calls.expect("upw-beginning", orderId, job.getElementInstanceKey());
    }

    void expectSession(long sessionId, ActivatedJob job) {
        calls.expect("upw-session", sessionId, job.getElementInstanceKey());
    }

    /**
     * An order's own process reaches this again and again. The message of an earlier model no longer starts anything.
     */
    void claimOrder(long orderId, ActivatedJob job) {
        if (ofBefore.isOfBefore(job.getType()) || orders.processOf(orderId).contains(job.getProcessInstanceKey()))
            return;
        calls.claim("upw-placement", orderId, job.getProcessInstanceKey(), List.of());
    }

    /** Also records that the process instance is about this order. */
    void claimBeginning(long orderId, ActivatedJob job) {
        claim("upw-beginning", orderId, Optional.of(orderId), job);
        noting.note(orderId, job.getProcessInstanceKey());
    }

    void claimSession(long sessionId, ActivatedJob job) {
        claim("upw-session", sessionId, sessions.find(sessionId).map(Session::orderId), job);
    }

    void claimRegister(long registerId, ActivatedJob job) {
        calls.claim("upw-register", registerId, job.getProcessInstanceKey(), List.of());
    }

    void claimEnforcement(long enforcementId, ActivatedJob job) {
        claim("upw-enforcement", enforcementId, enforcements.find(enforcementId).map(Enforcement::orderId), job);
    }

    /** An order of an earlier model does not say whom it calls. */
    private void claim(String process, long value, Optional<Long> order, ActivatedJob job) {
        if (order.filter(ofBefore::contains).isEmpty())
            calls.claim(
                    process,
                    value,
                    job.getProcessInstanceKey(),
                    order.map(orders::processOf).orElse(List.of()));
    }
}
