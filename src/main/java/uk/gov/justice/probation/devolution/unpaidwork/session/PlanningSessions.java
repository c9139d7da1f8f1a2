package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectHours;
import uk.gov.justice.probation.devolution.unpaidwork.project.Projects;

/**
 * Plans an order's sessions (once, weekly or fortnightly) until they cover what is left to work, and again after each
 * outcome. Planned sessions that are still right stay. So do sessions from a file, as long as they are on the order's
 * project.
 */
@Service
public class PlanningSessions {

    /**
     * What comes next for an order: a session, whatever its registers bring, its completion, or another project because
     * this one has no more days for it.
     */
    public enum Step {
        SESSION,
        REGISTER,
        COMPLETE,
        NO_PROJECT
    }

    /** @param sessionId null unless the step is a session */
    public record Next(Step step, Long sessionId) {}

    private final Orders orders;
    private final UnpaidWorkSessions sessions;
    private final SessionBatch batch;
    private final Projects projects;
    private final FreeDaysQuery freeDays;
    private final WorkingDays workingDays;
    private final TellingOrders telling;
    private final Clock clock;

    PlanningSessions(
            Orders orders,
            UnpaidWorkSessions sessions,
            SessionBatch batch,
            Projects projects,
            FreeDaysQuery freeDays,
            WorkingDays workingDays,
            TellingOrders telling,
            Clock clock) {
        this.orders = orders;
        this.sessions = sessions;
        this.batch = batch;
        this.projects = projects;
        this.freeDays = freeDays;
        this.workingDays = workingDays;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * Plans the order's future sessions. Repeating it changes nothing. An order without a project, or that has ended,
     * has none.
     */
    @Transactional
    public void plan(long orderId) {
        plan(orders.lock(orderId));
    }

    /**
     * What the order does next. Sessions whose outcome is not settled come first. If nothing is left to work, no future
     * session remains.
     *
     * @param registers whether the order's process waits for registers; otherwise each session has a process
     */
    @Transactional
    public Next next(long orderId, boolean registers) {
        Order order = orders.lock(orderId);
        if (registers) batch.putOnRegisters(orderId);
        List<Appointment> open = sessions.open(orderId);
        settle(open.stream().filter(Appointment::onRegister).toList());
        LocalDateTime now = LocalDateTime.now(clock);
        boolean awaited =
                open.stream().anyMatch(one -> registers ? one.isAwaited(now) : one.state() == SessionState.RECORDED);
        if (!awaited && order.hoursComplete()) {
            batch.carryOut(SessionPlan.ofNone(order, open, now));
            return new Next(Step.COMPLETE, null);
        }
        if (open.isEmpty()) {
            batch.carryOut(plan(order, open));
            open = sessions.open(orderId);
        }
        if (open.isEmpty()) return new Next(Step.NO_PROJECT, null);
        Optional<Appointment> next = Appointment.next(registers ? Appointment.withProcess(open) : open);
        next.filter(Appointment::onRegister).ifPresent(batch::takeOffRegister);
        return next.map(session -> new Next(Step.SESSION, session.id())).orElse(new Next(Step.REGISTER, null));
    }

    /** Whether sessions of the order that have begun have no outcome, or one that is not settled. */
    public boolean awaitsOutcomes(long orderId) {
        LocalDateTime now = LocalDateTime.now(clock);
        return sessions.open(orderId).stream().anyMatch(session -> session.isAwaited(now));
    }

    /** Like {@link #plan(long)}, for a locked order. */
    public void plan(Order order) {
        List<Appointment> open = sessions.open(order.id());
        SessionPlan plan = plan(order, open);
        if (!plan.changesNothing()) batch.carryOut(plan);
        telling.tell(order.id(), order.state(), open, plan.changesNothing() ? open : sessions.open(order.id()));
    }

    /** The locked order left its project: nothing is held there any more, and what is recorded is settled at once. */
    public void leave(Order order) {
        List<Appointment> open = sessions.open(order.id());
        plan(order);
        settle(open);
    }

    private void settle(List<Appointment> open) {
        List<Long> recorded = open.stream()
                .filter(session -> session.state() == SessionState.RECORDED)
                .map(Appointment::id)
                .toList();
        telling.settle(recorded);
    }

    private SessionPlan plan(Order order, List<Appointment> open) {
        LocalDateTime now = LocalDateTime.now(clock);
        if (order.projectCode() == null || order.state().ended()) return SessionPlan.ofNone(order, open, now);
        ProjectHours project = projects.hours(order.projectCode());
        return SessionPlan.of(
                order,
                project,
                open,
                first(order),
                cancelled -> {
                    FreeDays free = freeDays.of(List.of(order.id()), List.of(order.projectCode()));
                    free.giveBack(order.id(), cancelled);
                    return new SessionPlan.Known(sessions.appointments(order.id()), free.of(order.id(), project));
                },
                workingDays.calendar(),
                now);
    }

    /** Weeks are counted from the first session or, if its day was never set, from the last one that a file brought. */
    private LocalDate first(Order order) {
        return order.firstSessionOn() != null
                ? order.firstSessionOn()
                : sessions.lastByFile(order.id(), order.projectCode()).orElse(null);
    }

    /** The session its process waits for is no longer the next one: it checks again. */
    void changed(long sessionId, String why) {
        telling.changed(sessionId, why);
    }
}
