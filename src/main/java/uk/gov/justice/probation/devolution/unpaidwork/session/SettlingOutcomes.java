package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.DecisionTable;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions.Whose;

/**
 * Settles what an outcome means (decision {@code session-outcome}): minutes are credited, the time is planned again, or
 * enforcement starts. Each session is settled once, in the transaction that marks it; a second delivery changes
 * nothing. While a handover holds the queue nothing is settled.
 */
@Service
public class SettlingOutcomes {
    private final DecisionTable table = new DecisionTable("processes/unpaidwork/session-outcome.dmn");
    private final Sessions sessions;
    private final Orders orders;
    private final Cases cases;
    private final CaseOwners owners;
    private final OutcomeCodes codes;
    private final CreditingMinutes crediting;
    private final PlanningSessions planning;
    private final Clock clock;

    SettlingOutcomes(
            Sessions sessions,
            Orders orders,
            Cases cases,
            CaseOwners owners,
            OutcomeCodes codes,
            CreditingMinutes crediting,
            PlanningSessions planning,
            Clock clock) {
        this.sessions = sessions;
        this.orders = orders;
        this.cases = cases;
        this.owners = owners;
        this.codes = codes;
        this.crediting = crediting;
        this.planning = planning;
        this.clock = clock;
    }

    /**
     * What the session's outcome means.
     *
     * @throws CannotSucceedException if it has none
     */
    @Transactional(readOnly = true)
    public Meaning read(long sessionId) {
        Session session = sessions.get(sessionId);
        return session.meaning() == null ? meaning(code(session)) : session.meaning();
    }

    /** Whether all that follows from the session's outcome has been done. */
    @Transactional(readOnly = true)
    public boolean isSettled(long sessionId) {
        return sessions.get(sessionId).state() == SessionState.SETTLED;
    }

    /** Credits the session's minutes to its order, and plans again. */
    @Transactional
    public void credit(long sessionId) {
        settle(sessionId);
    }

    /** The time is still owed: it is planned again. */
    @Transactional
    public void reschedule(long sessionId) {
        settle(sessionId);
    }

    /**
     * The order has ended, so no process settles its sessions any more. Minutes still count; a failure starts nothing.
     */
    @Transactional
    void settleWithoutProcess(long sessionId) {
        settle(sessionId);
    }

    /**
     * Like {@link #settleWithoutProcess}, for the many sessions of a file. Each is released before the next is locked.
     */
    @Transactional
    void settleWithoutProcesses(Collection<Long> sessionIds) {
        for (long id : sessionIds) {
            Session settled = settle(id);
            sessions.letGo(settled);
            orders.letGo(settled.orderId());
        }
    }

    /** Settles the session's outcome if it is not settled yet. */
    @Transactional
    public Session settle(long sessionId) {
        Whose whose = sessions.whose(sessionId);
        if (owners.lock(whose.caseId(), RecordingOutcomes.SERVICE).frozen())
            throw new Frozen("unpaid work", cases.get(whose.caseId()).crn());
        Order order = orders.lock(whose.orderId());
        Session session = sessions.lock(sessionId);
        if (session.state() == SessionState.SETTLED) return session;
        OutcomeCode code = code(session);
        Meaning meaning = meaning(code);
        session.settle(meaning, crediting.credit(session, order, code, meaning), whose.caseId(), clock.instant());
        sessions.save(session);
        planning.plan(order);
        return session;
    }

    Meaning meaning(OutcomeCode code) {
        return Meaning.valueOf(
                (String) table.evaluate(Map.of("credit", code.credit().name(), "enforceable", code.enforceable())));
    }

    private OutcomeCode code(Session session) {
        return codes.find(session.outcomeCode())
                .orElseThrow(() -> new CannotSucceedException(
                        "Session %d has no outcome. Record it on the session's page, then retry this step here"
                                .formatted(session.id())));
    }
}
