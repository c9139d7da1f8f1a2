package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/** Reads an enforcement as its page shows it, for those who may see the case. */
@Service
public class ReadingEnforcements {

    /** @param failures failures in the twelve months up to and including this one */
    public record EnforcementFile(
            Enforcement enforcement,
            Session session,
            Order order,
            ProbationCase probationCase,
            List<EnforcementAction> actions,
            int failures,
            boolean mayJudge) {}

    private final Enforcements enforcements;
    private final Enforcing enforcing;
    private final JudgingReasons judging;
    private final Sessions sessions;
    private final Orders orders;
    private final Cases cases;
    private final CaseAccess access;

    ReadingEnforcements(
            Enforcements enforcements,
            Enforcing enforcing,
            JudgingReasons judging,
            Sessions sessions,
            Orders orders,
            Cases cases,
            CaseAccess access) {
        this.enforcements = enforcements;
        this.enforcing = enforcing;
        this.judging = judging;
        this.sessions = sessions;
        this.orders = orders;
        this.cases = cases;
        this.access = access;
    }

    /** @throws NotAllowedException if the colleague may not see the case */
    @Transactional(readOnly = true)
    public EnforcementFile enforcement(long enforcementId, Colleague by) {
        Enforcement enforcement = enforcements.get(enforcementId);
        Order order = orders.get(enforcement.orderId());
        ProbationCase probationCase = cases.get(order.caseId());
        access.mustSee(probationCase, by);
        return new EnforcementFile(
                enforcement,
                sessions.get(enforcement.sessionId()),
                order,
                probationCase,
                enforcements.actions(enforcementId),
                enforcing.failures(enforcement, order),
                judging.mayJudge(probationCase, by));
    }
}
