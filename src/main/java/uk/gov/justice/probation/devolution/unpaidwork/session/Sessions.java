package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.refusal.NotFound;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.RemainingMinutes;
import uk.gov.justice.probation.devolution.unpaidwork.order.Shortfall;

/** Finds sessions, and an order's progress with them. */
@Service
public class Sessions {

    /**
     * The progress of an order, in minutes.
     *
     * @param planned minutes of future sessions and of those waiting for their outcome
     * @param shortfall minutes that will not be worked by {@code lastDay}, as sessions are planned now
     * @param lastDay the last day of the twelve months, or of the court's extension
     * @param lastSession the day of the last planned session; null if none is planned
     * @param withoutOutcome how many sessions are over and waiting for their outcome
     */
    public record Progress(
            int ordered,
            int credited,
            int education,
            int remaining,
            int planned,
            int shortfall,
            LocalDate lastDay,
            LocalDate lastSession,
            int withoutOutcome) {}

    /** The order and the case of a session. They must be locked before it. */
    public record Whose(long orderId, long caseId, OrderState orderState) {}

    private final UnpaidWorkSessions sessions;
    private final SessionBatch batch;
    private final Orders orders;
    private final Clock clock;

    Sessions(UnpaidWorkSessions sessions, SessionBatch batch, Orders orders, Clock clock) {
        this.sessions = sessions;
        this.batch = batch;
        this.orders = orders;
        this.clock = clock;
    }

    /** @throws NotFound with a sentence if there is no such session */
    public Session get(long id) {
        return sessions.findById(id).orElseThrow(() -> unknown(id));
    }

    /** Like {@link #get}, but locked until the transaction ends. Lock its order first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Session lock(long id) {
        return sessions.lockById(id).orElseThrow(() -> unknown(id));
    }

    /** Saves a locked session and publishes its events. */
    void save(Session session) {
        sessions.save(session);
    }

    void letGo(Session session) {
        sessions.letGo(session.id());
    }

    /** @throws NotFound with a sentence if there is no such session */
    public Whose whose(long id) {
        return sessions.whose(id).orElseThrow(() -> unknown(id));
    }

    public Optional<Session> find(long id) {
        return sessions.findById(id);
    }

    public Optional<Session> find(String reference) {
        return sessions.findBySessionReference(reference);
    }

    /** Every session of the order, earliest first, including cancelled ones. */
    public List<Session> ofOrder(long orderId) {
        return sessions.ofOrder(orderId);
    }

    /** Sessions of the case that are over and have no outcome. */
    public List<Session> openAppointments(long caseId) {
        LocalDateTime now = LocalDateTime.now(clock);
        return sessions.plannedUntil(caseId, now.toLocalDate()).stream()
                .filter(session -> !session.planned().ends().isAfter(now))
                .toList();
    }

    /** Sessions of the case up to a day that are planned or whose outcome has not been settled, earliest first. */
    public List<Session> unsettled(long caseId, LocalDate until) {
        return sessions.unsettled(caseId, until);
    }

    @Transactional(readOnly = true)
    public Progress progress(long orderId) {
        Order order = orders.get(orderId);
        LocalDateTime now = LocalDateTime.now(clock);
        int remaining = RemainingMinutes.of(order.minutesOrdered(), order.minutesCredited());
        List<Appointment> open = sessions.open(orderId);
        List<Shortfall.Planned> planned = open.stream()
                .map(session -> new Shortfall.Planned(session.on(), session.plannedMinutes()))
                .toList();
        return new Progress(
                order.minutesOrdered(),
                order.minutesCredited(),
                order.eteMinutesCredited(),
                remaining,
                planned.stream().mapToInt(Shortfall.Planned::minutes).sum(),
                Shortfall.of(remaining, planned, order.lastDay()),
                order.lastDay(),
                open.stream()
                        .map(Appointment::on)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                Math.toIntExact(open.stream()
                        .filter(session -> session.state() == SessionState.PLANNED
                                && session.planned().ends().isBefore(now))
                        .count()));
    }

    /** Cancels the future sessions of a locked order that is stopped. Those that are over still need an outcome. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(long orderId) {
        batch.stop(orderId);
    }

    /** The order goes on: the sessions that were cancelled when it was stopped are planned again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void restore(long orderId) {
        batch.restore(orderId);
    }

    private static NotFound unknown(long id) {
        return new NotFound("There is no session with the number %d.".formatted(id));
    }
}
