package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.CaseSubject.CaseOf;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Locks an order for a step: first the owner of the service, then the order, so that a step and a freeze cannot miss
 * each other.
 */
@Component
public class OrderSteps {
    public static final String SERVICE = "UPW_ORDERS";
    public static final Role ADMINISTRATOR = Role.CASE_ADMIN;

    /** A locked order, its case, and the owner of the service. */
    public record Locked(Order order, ProbationCase probationCase, Owner owner) {

        public Role practitionerRole() {
            return probationCase.practitionerRole();
        }

        public String practitionerGroup() {
            return group(practitionerRole());
        }

        public String group(Role role) {
            return probationCase.group(role);
        }

        /** Whether the order is in one of these states and its queue is not frozen. */
        public boolean standsAt(OrderState... states) {
            return !owner.frozen() && Arrays.asList(states).contains(order.state());
        }
    }

    private final Orders orders;
    private final Cases cases;
    private final CaseOwners owners;
    private final CaseAccess access;
    private final AuditTrail audit;

    OrderSteps(Orders orders, Cases cases, CaseOwners owners, CaseAccess access, AuditTrail audit) {
        this.orders = orders;
        this.cases = cases;
        this.owners = owners;
        this.access = access;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Locked lock(long orderId) {
        long caseId = orders.get(orderId).caseId();
        Owner owner = owners.lock(caseId, SERVICE);
        return new Locked(orders.lock(orderId), cases.get(caseId), owner);
    }

    /** Like {@link #lock}, and the case before it: an order whose hours are complete terminates its case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Locked lockWithCase(long orderId) {
        ProbationCase locked = cases.lock(orders.get(orderId).caseId());
        Owner owner = owners.lock(locked.id(), SERVICE);
        return new Locked(orders.lock(orderId), locked, owner);
    }

    /** Like {@link #lock}, for many: the owners of all by case, then all orders by key. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Locked> lockAll(Collection<Long> orderIds) {
        if (orderIds.isEmpty()) return List.of();
        Map<Long, Owner> ownerOf = new TreeMap<>();
        orders.casesOf(orderIds).stream()
                .map(CaseOf::caseId)
                .sorted()
                .forEach(caseId -> ownerOf.computeIfAbsent(caseId, id -> owners.lock(id, SERVICE)));
        Map<Long, ProbationCase> all = cases.all(ownerOf.keySet());
        return orders.lockAllById(orderIds).stream()
                .map(order -> new Locked(order, all.get(order.caseId()), ownerOf.get(order.caseId())))
                .toList();
    }

    /**
     * The order, if it is in one of these states and its queue is not frozen. Otherwise the step must not be taken: it
     * was taken before, the order was stopped, or the answer came after the freeze and the new owner will be asked
     * again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Locked> lockAt(long orderId, OrderState... states) {
        Locked locked = lock(orderId);
        return Optional.of(locked).filter(order -> order.standsAt(states));
    }

    /**
     * Refuses the answer of anybody who does not have the role in the case's region now, or may not see the case.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException which brings the task back
     */
    public void mustHold(Locked locked, Role role, TaskAnswer by) {
        mustHold(locked, role, locked.probationCase().regionSlug(), by);
    }

    /**
     * Like {@link #mustHold(Locked, Role, TaskAnswer)}, for the case administrators of the unit that now does unpaid
     * work for the case.
     */
    public void mustBeOwner(Locked locked, TaskAnswer by) {
        mustHold(locked, ADMINISTRATOR, locked.owner().slug(), by);
    }

    private void mustHold(Locked locked, Role role, String where, TaskAnswer by) {
        access.mustWorkOn(locked.probationCase(), by.colleague(), role);
        by.mustHold(
                role,
                where,
                "answer for the unpaid work of CRN " + locked.probationCase().crn());
    }

    public void audit(Locked locked, String actor, String action, Map<String, ?> facts) {
        Map<String, Object> all =
                new LinkedHashMap<>(Map.of("crn", locked.probationCase().crn()));
        all.putAll(facts);
        audit.record(
                actor, action, locked.order().subject(), locked.probationCase().regionCode(), all);
    }
}
