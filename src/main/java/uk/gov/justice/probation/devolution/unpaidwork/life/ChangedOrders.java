package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.facts.ChangedFact;
import uk.gov.justice.probation.devolution.unpaidwork.matching.Filter;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Suitability;
import uk.gov.justice.probation.devolution.unpaidwork.project.Projects;
import uk.gov.justice.probation.devolution.unpaidwork.project.StayingOnProjects;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;

/**
 * What becomes of an order that is under way when a fact changes: it stays as it is planned, is planned again, leaves
 * its project, or is approved again. What has been worked stays worked, and sessions that are over still get their
 * outcome. An order that waits for a handover reads everything anew when it goes on.
 */
@Service
public class ChangedOrders {
    public static final Set<Filter> OF_REGION = EnumSet.of(Filter.REGION);
    public static final Set<Filter> OF_RISK =
            EnumSet.of(Filter.RISK, Filter.RISK_NOT_RECORDED, Filter.SPO_APPROVAL, Filter.PRACTITIONER_APPROVAL);
    public static final Set<Filter> OF_EXCLUSIONS =
            EnumSet.of(Filter.EXCLUDED_PROJECT, Filter.EXCLUDED_PLACE, Filter.NO_CONTACT);
    private static final Set<Filter> OF_PROJECT =
            EnumSet.of(Filter.REGION, Filter.NOT_WORK, Filter.RISK, Filter.ACCESS);

    private static final Set<Filter> APPROVALS = EnumSet.of(Filter.SPO_APPROVAL, Filter.PRACTITIONER_APPROVAL);

    private final Orders orders;
    private final OrderSteps steps;
    private final CaseOwners owners;
    private final StayingOnProjects staying;
    private final Suitability suitability;
    private final PlanningSessions planning;
    private final Projects projects;
    private final ToldOfOrders told;

    ChangedOrders(
            Orders orders,
            OrderSteps steps,
            CaseOwners owners,
            StayingOnProjects staying,
            Suitability suitability,
            PlanningSessions planning,
            Projects projects,
            ToldOfOrders told) {
        this.orders = orders;
        this.steps = steps;
        this.owners = owners;
        this.staying = staying;
        this.suitability = suitability;
        this.planning = planning;
        this.projects = projects;
        this.told = told;
    }

    /** A fact of these cases changed to which the rules of placement look: they are asked again for each order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void casesChanged(List<ChangedFact> changes, Set<Filter> rules) {
        lookAgain(
                changes.stream()
                        .flatMap(change -> orders.ofCase(Long.parseLong(change.whose())).stream()
                                .map(order -> new Changed(order.id(), change)))
                        .toList(),
                rules);
    }

    /** A fact of these orders changed to which the rules of placement look. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ordersChanged(List<ChangedFact> changes, Set<Filter> rules) {
        lookAgain(changes.stream().map(Changed::order).toList(), rules);
    }

    private record Changed(long orderId, ChangedFact change) {
        static Changed order(ChangedFact change) {
            return new Changed(Long.parseLong(change.whose()), change);
        }
    }

    private void lookAgain(List<Changed> changes, Set<Filter> rules) {
        each(changes, (locked, change) -> {
            switch (locked.order().state()) {
                case APPROVAL -> again(locked, change);
                case PROJECT -> beforeItsProject(locked, change);
                case INSTRUCTIONS, SESSIONS -> leaveIfItMust(locked, rules, change);
                default -> {}
            }
        });
    }

    /** All are locked before the first is planned, because planning locks people and projects. */
    private void each(List<Changed> changes, BiConsumer<Locked, ChangedFact> does) {
        Map<Long, Locked> running =
                running(changes.stream().map(Changed::orderId).toList());
        changes.stream()
                .filter(changed -> running.containsKey(changed.orderId()))
                .sorted(Comparator.comparing(Changed::orderId))
                .forEach(changed -> does.accept(running.get(changed.orderId()), changed.change()));
    }

    /** The approvals that are missing, and the projects that are proposed, are found anew. */
    private void again(Locked locked, ChangedFact change) {
        locked.order().lookAgain(change.id());
        orders.save(locked.order());
    }

    private void beforeItsProject(Locked locked, ChangedFact change) {
        if (approvalsMissing(locked)) {
            locked.order().approveAgain(change.id());
            orders.save(locked.order());
            steps.audit(locked, "system", "APPROVAL_MISSING", Map.of());
        } else again(locked, change);
    }

    private boolean approvalsMissing(Locked locked) {
        Suitability.Answer needed =
                suitability.of(locked.probationCase(), locked.order().suitable());
        return needed.spoApproval() && !Boolean.TRUE.equals(locked.order().spoApproved())
                || needed.practitionerApproval()
                        && !Boolean.TRUE.equals(locked.order().practitionerApproved());
    }

    private boolean leaveIfItMust(Locked locked, Set<Filter> rules, ChangedFact change) {
        if (locked.order().projectCode() == null) return false;
        Set<Filter> against = staying.against(locked.order(), locked.probationCase(), rules);
        if (against.isEmpty()) return false;
        boolean approval = against.stream().anyMatch(APPROVALS::contains);
        String project = locked.order().projectCode();
        locked.order().leaveProject(approval, change.id());
        orders.save(locked.order());
        planning.leave(locked.order());
        steps.audit(
                locked,
                "system",
                "PROJECT_LEFT",
                locked.probationCase().limitedAccess() ? Map.of() : Map.of("project", project));
        told.thatItLeaves(locked, approval, change);
        return true;
    }

    /** The court changed the hours of orders: no more sessions are planned than are needed, and none are missing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hoursChanged(List<ChangedFact> changes) {
        each(changes.stream().map(Changed::order).toList(), (locked, change) -> {
            if (locked.order().state() == OrderState.SESSIONS) planning.plan(locked.order());
            told.ofHours(locked, change);
        });
    }

    /**
     * Projects run on other days or at other times, end, or take others: whoever cannot stay leaves, the others are
     * planned again. All orders are locked before the first is planned.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void projectsChanged(List<ChangedFact> changes) {
        Map<String, List<Locked>> working = running(changes.stream()
                        .flatMap(change -> orders.workingOn(change.whose()).stream())
                        .toList())
                .values()
                .stream()
                .filter(locked -> locked.order().projectCode() != null)
                .collect(Collectors.groupingBy(locked -> locked.order().projectCode()));
        changes.forEach(change -> projectChanged(working.getOrDefault(change.whose(), List.of()), change));
    }

    private void projectChanged(List<Locked> working, ChangedFact change) {
        if (working.isEmpty()) return;
        int left = 0;
        for (Locked locked : working) {
            if (leaveIfItMust(locked, OF_PROJECT, change)) left++;
            else if (locked.order().state() == OrderState.SESSIONS) planning.plan(locked.order());
        }
        told.ofProject(projects.get(change.whose()), working.size() - left, left, change);
    }

    /** Those that are under way and for whose case somebody does unpaid work, locked, by key. */
    private SortedMap<Long, Locked> running(Collection<Long> orderIds) {
        List<Long> found = orderIds.stream()
                .distinct()
                .flatMap(id -> orders.find(id).stream())
                .filter(order -> order.state().running())
                .filter(order -> owners.find(order.caseId(), OrderSteps.SERVICE).isPresent())
                .map(Order::id)
                .toList();
        return steps.lockAll(found).stream()
                .filter(locked -> locked.order().state().running())
                .collect(Collectors.toMap(
                        locked -> locked.order().id(), Function.identity(), (one, same) -> one, TreeMap::new));
    }
}
