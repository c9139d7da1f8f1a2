package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;

/** Locks an enforcement, after its order, for a step, and records how it ended. */
@Component
class EnforcementSteps {
    private final Enforcements enforcements;
    private final Orders orders;
    private final Cases cases;
    private final AuditTrail audit;

    EnforcementSteps(Enforcements enforcements, Orders orders, Cases cases, AuditTrail audit) {
        this.enforcements = enforcements;
        this.orders = orders;
        this.cases = cases;
        this.audit = audit;
    }

    /** A locked enforcement with its order and its case. */
    record Locked(Enforcement enforcement, Order order, ProbationCase probationCase) {}

    @Transactional(propagation = Propagation.MANDATORY)
    Locked lock(long enforcementId) {
        Order order = orders.lock(enforcements.orderOf(enforcementId));
        return new Locked(enforcements.lock(enforcementId), order, cases.get(order.caseId()));
    }

    /** An enforcement that was begun in this transaction. Its order is locked. */
    Locked begun(Enforcement enforcement) {
        Order order = orders.get(enforcement.orderId());
        return new Locked(enforcement, order, cases.get(order.caseId()));
    }

    /** Records that it is closed. */
    void closed(Locked locked) {
        enforcements.save(locked.enforcement());
        audit(
                locked,
                "system",
                "ENFORCEMENT_CLOSED",
                Map.of(
                        "enforcement",
                        locked.enforcement().id(),
                        "state",
                        locked.enforcement().state()));
    }

    void audit(Locked locked, String actor, String action, Map<String, ?> facts) {
        audit.record(
                actor, action, locked.order().subject(), locked.probationCase().regionCode(), facts);
    }
}
