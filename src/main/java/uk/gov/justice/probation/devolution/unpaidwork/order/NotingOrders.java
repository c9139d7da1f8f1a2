package uk.gov.justice.probation.devolution.unpaidwork.order;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.caseload.Cases;

/**
 * Records, when a process begins, which order it is about, so that the answers of its tasks are saved for that order.
 */
@Service
public class NotingOrders {
    private final Orders orders;
    private final Cases cases;
    private final TaskSubjects subjects;

    NotingOrders(Orders orders, Cases cases, TaskSubjects subjects) {
        this.orders = orders;
        this.cases = cases;
        this.subjects = subjects;
    }

    /** @throws CannotSucceedException if there is no such order, or the process began for another */
    @Transactional
    public void note(long orderId, long processInstanceKey) {
        Order order = orders.find(orderId)
                .orElseThrow(() -> new CannotSucceedException(
                        "There is no unpaid work order with the number %d: nothing of ours began this. Cancel it."
                                .formatted(orderId)));
        subjects.note(
                processInstanceKey,
                new TaskSubject(
                        "orderId",
                        orderId,
                        order.subject(),
                        cases.get(order.caseId()).regionCode()));
    }
}
