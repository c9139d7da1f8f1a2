package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.handover.CasesHandedOver;
import uk.gov.justice.probation.devolution.handover.HandedOverQuery;
import uk.gov.justice.probation.devolution.handover.QueueFrozen;
import uk.gov.justice.probation.devolution.handover.QueueReleased;
import uk.gov.justice.probation.devolution.unpaidwork.intake.OrdersImported;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersOfCasesBatch.NotStarted;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersOfCasesBatch.Running;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkMessages;

/**
 * What a handover of unpaid work does to orders, in its own transaction: while their queue is frozen their processes
 * wait; afterwards they go on under the new owner, and orders that a region receives are started in the state they
 * have. An import starts those that a region already has.
 */
@Component
class OrdersInHandovers {
    private final Orders orders;
    private final OrdersOfCasesBatch all;
    private final StartingOrders starting;
    private final HandedOverQuery handedOver;
    private final CaseOwners owners;
    private final ApplicationEventPublisher events;

    OrdersInHandovers(
            Orders orders,
            OrdersOfCasesBatch all,
            StartingOrders starting,
            HandedOverQuery handedOver,
            CaseOwners owners,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.all = all;
        this.starting = starting;
        this.handedOver = handedOver;
        this.owners = owners;
        this.events = events;
    }

    @EventListener
    void on(QueueFrozen frozen) {
        for (Running order : running(frozen.handoverId())) {
            if (!order.waiting())
                events.publishEvent(UnpaidWorkMessages.queueFrozen(order.id(), order.version(), frozen.handoverId()));
        }
    }

    @EventListener
    void on(QueueReleased released) {
        List<Running> waiting =
                running(released.handoverId()).stream().filter(Running::waiting).toList();
        all.goOn(waiting.stream().map(Running::id).toList());
        waiting.forEach(order -> events.publishEvent(
                UnpaidWorkMessages.queueReleased(order.id(), order.version(), released.handoverId())));
    }

    @EventListener
    void on(CasesHandedOver handed) {
        start(all.notStartedIn(handedOver.casesIn(handed.handoverId(), OrderSteps.SERVICE)));
    }

    @EventListener
    void on(OrdersImported imported) {
        start(all.notStarted(imported.orderIds()));
    }

    private void start(List<NotStarted> received) {
        List<Long> cases = received.stream().map(NotStarted::caseId).toList();
        Set<Long> theirs = owners.heldByRegions(cases, OrderSteps.SERVICE);
        for (NotStarted order : received) {
            if (!theirs.contains(order.caseId())) continue;
            starting.start(order.id(), "system");
            orders.letGo(order.id());
        }
    }

    private List<Running> running(long handoverId) {
        return all.running(handedOver.frozenCases(handoverId, OrderSteps.SERVICE));
    }
}
