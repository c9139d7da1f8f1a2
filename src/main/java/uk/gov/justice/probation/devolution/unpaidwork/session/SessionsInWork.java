package uk.gov.justice.probation.devolution.unpaidwork.session;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions.Whose;

/**
 * Locks a session with its order and its case, always in the same order: the owner of the case, the order, the session.
 */
@Component
public class SessionsInWork {

    /**
     * What is known before anything is locked.
     *
     * @param complete whether the hours of the order were complete
     */
    public record Found(long sessionId, long orderId, ProbationCase probationCase, boolean complete) {}

    /** The session with its order, both locked, and the unit that does the unpaid work. */
    public record Locked(Owner owner, Order order, Session session) {}

    private final Sessions sessions;
    private final Orders orders;
    private final Cases cases;
    private final CaseOwners owners;

    SessionsInWork(Sessions sessions, Orders orders, Cases cases, CaseOwners owners) {
        this.sessions = sessions;
        this.orders = orders;
        this.cases = cases;
        this.owners = owners;
    }

    public Found find(long sessionId) {
        Whose whose = sessions.whose(sessionId);
        return new Found(
                sessionId, whose.orderId(), cases.get(whose.caseId()), whose.orderState() == OrderState.COMPLETE);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Locked lock(Found found) {
        Owner owner = owners.lock(found.probationCase().id(), RecordingOutcomes.SERVICE);
        Order order = orders.lock(found.orderId());
        return new Locked(owner, order, sessions.lock(found.sessionId()));
    }

    /** Like {@link #lock}, and the case before them if its termination may be under way, as the hours are complete. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Locked lockToCorrect(Found found) {
        if (found.complete()) cases.lock(found.probationCase().id());
        return lock(found);
    }
}
