package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.RemainingMinutes;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionsInWork.Found;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionsInWork.Locked;

/**
 * Credits travel time (adjustment TTX) to a session that was attended, once, while its order runs: at most
 * {@value TravelCap#MOST} minutes, and never more than is left to work.
 */
@Service
public class AdjustingMinutes {
    private final SessionsInWork sessions;
    private final AttendedSessions attended;
    private final Orders orders;
    private final CaseAccess access;
    private final PlanningSessions planning;
    private final AuditTrail audit;
    private final Credits credits;
    private final Clock clock;

    AdjustingMinutes(
            SessionsInWork sessions,
            AttendedSessions attended,
            Orders orders,
            CaseAccess access,
            PlanningSessions planning,
            AuditTrail audit,
            Credits credits,
            Clock clock) {
        this.sessions = sessions;
        this.attended = attended;
        this.orders = orders;
        this.access = access;
        this.planning = planning;
        this.audit = audit;
        this.credits = credits;
        this.clock = clock;
    }

    /**
     * Credits the time that the person travelled to a session of the order. Repeating it changes nothing.
     *
     * @return the minutes that count
     * @throws BreaksRules if the number of minutes is not valid, the session was not attended, or the order has ended
     * @throws Frozen while a handover holds the case's queue
     */
    @Transactional
    public int travel(long orderId, long sessionId, int minutes, Colleague by) {
        if (minutes < 1) throw new BreaksRules("minutes", "Enter the minutes of travel: 1 or more");
        if (attended.find(orderId, sessionId).isEmpty()) throw notAttended();
        Found found = sessions.find(sessionId);
        ProbationCase probationCase = found.probationCase();
        access.mustWorkOn(probationCase, by, RecordingOutcomes.ROLES);
        Locked locked = sessions.lock(found);
        if (locked.owner().frozen()) throw new Frozen("unpaid work", probationCase.crn());
        if (!attended.attended(locked.session())) throw notAttended();
        Optional<Integer> before = credits.minutesOf(CreditEntry.travelKey(sessionId));
        return before.orElseGet(() -> credit(locked, minutes, probationCase, by));
    }

    private static BreaksRules notAttended() {
        return new BreaksRules("session", "Choose the session of this order that was attended");
    }

    private int credit(Locked locked, int minutes, ProbationCase probationCase, Colleague by) {
        Order order = locked.order();
        if (!order.state().running()) throw new BreaksRules("session", "Travel time counts only while the order runs");
        int counting =
                TravelCap.counting(minutes, RemainingMinutes.of(order.minutesOrdered(), order.minutesCredited()));
        credits.save(CreditEntry.ofTravel(locked.session(), counting, by.userName(), clock.instant()));
        order.credit(counting, 0);
        orders.save(order);
        audit.record(
                by.userName(),
                "TRAVEL_CREDITED",
                order.subject(),
                probationCase.regionCode(),
                Map.of("session", locked.session().id(), "asked", minutes, "minutes", counting));
        planning.plan(order);
        return counting;
    }

    /** The attended sessions of the order to which no travel time is credited yet, the latest first. */
    @Transactional(readOnly = true)
    public List<Session> travelledTo(long orderId) {
        return attended.withoutTravel(orderId);
    }
}
