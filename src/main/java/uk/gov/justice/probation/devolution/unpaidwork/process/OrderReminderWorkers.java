package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.SessionReminders;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderReminders;

/** Gives notice of what is due and of what is overdue, in every process of an order. */
@Component
public class OrderReminderWorkers {
    private final OrderReminders reminders;
    private final SessionReminders sessionReminders;

    OrderReminderWorkers(OrderReminders reminders, SessionReminders sessionReminders) {
        this.reminders = reminders;
        this.sessionReminders = sessionReminders;
    }

    @JobWorker(type = "unpaidwork.escalate")
    public void escalate(
            @Variable long orderId,
            @Variable String step,
            @Variable(optional = true) OffsetDateTime stepDueAt,
            @Variable(optional = true) String taskGroup,
            @Variable(optional = true) Long sessionId,
            @Variable(optional = true) Long enforcementId) {
        switch (step) {
            case "OUTCOME" -> sessionReminders.outcomeLate(sessionId);
            case "BREACH" -> sessionReminders.pack(enforcementId, stepDueAt);
            default -> reminders.giveNotice(orderId, OrderReminders.Step.valueOf(step), stepDueAt, taskGroup);
        }
    }
}
