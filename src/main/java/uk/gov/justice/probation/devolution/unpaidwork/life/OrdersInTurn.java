package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.OrdersOfCasesBatch.NotStarted;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderEnded;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;

/** Starts the consecutive orders of a person once what they waited for has ended (ADR 0119). */
@Component
class OrdersInTurn {
    private final OrdersOfCasesBatch all;
    private final StartingOrders starting;
    private final CaseOwners owners;

    OrdersInTurn(OrdersOfCasesBatch all, StartingOrders starting, CaseOwners owners) {
        this.all = all;
        this.starting = starting;
        this.owners = owners;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(OrderEnded ended) {
        List<NotStarted> waiting = all.consecutiveOfPerson(ended.caseId());
        if (waiting.isEmpty()) return;
        Set<Long> theirs =
                owners.heldByRegions(waiting.stream().map(NotStarted::caseId).toList(), OrderSteps.SERVICE);
        waiting.stream()
                .filter(order -> theirs.contains(order.caseId()))
                .forEach(order -> starting.start(order.id(), "system"));
    }
}
