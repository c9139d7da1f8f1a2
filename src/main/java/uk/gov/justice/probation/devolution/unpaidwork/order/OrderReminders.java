package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;

/**
 * Reminds those whose step of an order is nearly due, and informs those who can help when it is late. Nothing is
 * stopped.
 */
@Service
public class OrderReminders {

    /** The steps that can be late, what has to be done, and which roles of the region can help. */
    public enum Step {
        TEAM("confirm its team", Role.PLACEMENT_COORDINATOR, Role.HEAD_OF_OPERATIONS),
        FIRST_APPOINTMENT("hold the first appointment", Role.SPO, Role.PLACEMENT_COORDINATOR),
        APPROVAL("approve or refuse the placement", Role.HEAD_OF_OPERATIONS),
        UNSUITABLE("decide what follows if unpaid work is not suitable", Role.SPO),
        PROJECT("choose a project", Role.SPO, Role.HEAD_OF_OPERATIONS),
        LEARNING("help with the online learning", Role.PLACEMENT_COORDINATOR),
        REVIEW("review the progress", Role.SPO),
        COURT("apply to the court", Role.SPO, Role.HEAD_OF_OPERATIONS);

        private final String toDo;
        private final List<Role> roles;

        Step(String toDo, Role... roles) {
            this.toDo = toDo;
            this.roles = Arrays.asList(roles);
        }
    }

    private final OrderSteps steps;
    private final MessagesAboutCases messages;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;

    OrderReminders(OrderSteps steps, MessagesAboutCases messages, Deadlines deadlines, UnpaidWorkSettings settings) {
        this.steps = steps;
        this.messages = messages;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /**
     * Sends each message once for each deadline of a group's step.
     *
     * @param dueAt when the task is due
     * @param taskGroup the group whose task it is
     */
    @Transactional
    public void giveNotice(long orderId, Step step, OffsetDateTime dueAt, String taskGroup) {
        Locked locked = steps.lock(orderId);
        Instant due = step == Step.FIRST_APPOINTMENT
                ? firstAppointment(locked.order(), dueAt.toInstant())
                : dueAt.toInstant();
        String deadline = "%d-%s-%d-%s".formatted(orderId, step, due.getEpochSecond(), taskGroup);
        if (deadlines.isToCome(due)) {
            tell(
                    locked,
                    "upw-due-" + deadline,
                    taskGroup,
                    "is nearly due",
                    "Somebody in your group has to %2$s by %1$s. The task is in Tasklist."
                            .formatted(Deadlines.inWords(deadlines.day(due)), step.toDo));
            return;
        }
        for (Role role : step.roles) {
            tell(
                    locked,
                    "upw-late-%s-%s".formatted(deadline, role),
                    locked.group(role),
                    "is late",
                    "This was not done in time: %s. Speak to the people whose task it is.".formatted(step.toDo));
        }
    }

    /** For a limited-access case the engine does not know the day of the allocation and uses a later deadline. */
    private Instant firstAppointment(Order order, Instant dueAt) {
        if (order.allocatedOn() == null) return dueAt;
        Instant due = deadlines.endOfDay(deadlines.workingDaysFrom(order.allocatedOn(), settings.firstAppointment()));
        return due.isBefore(dueAt) ? due : dueAt;
    }

    private void tell(Locked locked, String key, String group, String news, String body) {
        String text = locked.probationCase().text();
        messages.send(
                locked.probationCase(),
                group,
                CaseMessage.task(
                        key,
                        locked.order().subject(),
                        "%s: unpaid work %s".formatted(text, news),
                        body,
                        "%s: a task %s".formatted(text, news)));
    }
}
