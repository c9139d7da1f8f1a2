package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.intake.StartingState.Standing;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.TeamsQuery;

/**
 * Starts the process of an order in the order's present state, once: by hand, because of a handover or an import, or
 * again after a reopening.
 */
@Service
public class StartingOrders {
    private static final Role[] STARTERS = {Role.CASE_ADMIN, Role.PLACEMENT_COORDINATOR, Role.PSO, Role.SPO};

    private final Orders orders;
    private final OrderSteps steps;
    private final StartingState startingState;
    private final TeamsQuery teams;
    private final Cases cases;
    private final CaseOwners owners;
    private final CaseAccess access;
    private final Clock clock;

    StartingOrders(
            Orders orders,
            OrderSteps steps,
            StartingState startingState,
            TeamsQuery teams,
            Cases cases,
            CaseOwners owners,
            CaseAccess access,
            Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.startingState = startingState;
        this.teams = teams;
        this.cases = cases;
        this.owners = owners;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Starts an order that has not been started. One that is running or has ended does not change. One whose hours are
     * already complete needs no process. A consecutive one that is not under way waits for the person's earlier unpaid
     * work.
     *
     * @param by who starts it: a user name, or {@code system}
     * @return whether this call started its process
     */
    @Transactional
    public boolean start(long orderId, String by) {
        Locked locked = isComplete(orders.get(orderId)) ? steps.lockWithCase(orderId) : steps.lock(orderId);
        Order order = locked.order();
        if (order.state() != OrderState.NOT_STARTED || locked.probationCase().endedOn() != null) return false;
        if (isComplete(order)) {
            order.complete(clock.instant());
            steps.audit(locked, by, "ORDER_COMPLETE", Map.of("credited", order.minutesCredited()));
            orders.save(order);
            return false;
        }
        Standing standing = startingState.of(order, locked.probationCase());
        if (startingState.waits(order, standing)) return false;
        order.begin(standing.state(), clock.instant());
        if (standing.state() != OrderState.TEAM)
            order.continueWith(teams.alignedFirst(locked).getFirst().code(), LocalDate.now(clock));
        if (standing.project() != null)
            order.continueOn(standing.project(), standing.frequency(), standing.firstSession());
        order.announce();
        orders.save(order);
        steps.audit(
                locked, by, "ORDER_STARTED", Map.of("standsAt", standing.state(), "credited", order.minutesCredited()));
        return true;
    }

    private static boolean isComplete(Order order) {
        return order.hoursComplete() || order.status().equals("HC");
    }

    /**
     * Starts every order of an event that has not been started, for a colleague.
     *
     * @throws NotPossibleNow with a sentence if none can be started
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they may not work on the case
     */
    @Transactional
    public void start(String crn, int eventNumber, Colleague by) {
        ProbationCase probationCase = cases.find(crn, eventNumber)
                .orElseThrow(() ->
                        refused("There is no CRN %s with event %d. Check both, or import the file 'cases' with it."
                                .formatted(crn, eventNumber)));
        access.mustWorkOn(probationCase, by, STARTERS);
        start(probationCase, by.userName());
    }

    /** @throws NotPossibleNow with a sentence if none of the event's orders can be started */
    void start(ProbationCase probationCase, String by) {
        List<Order> found = mustBeStartable(probationCase);
        boolean started = false;
        for (Order order : found) started |= start(order.id(), by);
        if (!started) throw complete(probationCase);
    }

    /** The event's orders, if at least one of them has not been started. */
    List<Order> mustBeStartable(ProbationCase probationCase) {
        String named = probationCase.text();
        if (probationCase.endedOn() != null) throw refused(named + " has ended. If it must go on, reopen it first.");
        List<Order> found = orders.ofCase(probationCase.id());
        if (found.isEmpty())
            throw refused(
                    named
                            + " has no unpaid work requirement. Import the file 'upw-requirements' with it, then start it again.");
        if (owners.find(probationCase.id(), OrderSteps.SERVICE).isEmpty()) {
            throw refused(
                    "No unit does unpaid work for %s. Import the file 'case-services' with it, then start it again."
                            .formatted(named));
        }
        List<Order> notStarted = found.stream()
                .filter(order -> order.state() == OrderState.NOT_STARTED)
                .toList();
        if (!notStarted.isEmpty()) {
            if (notStarted.stream()
                    .allMatch(order -> startingState.waits(order, startingState.of(order, probationCase))))
                throw refused(
                        "Unpaid work of %s is consecutive: it starts by itself once the person's earlier unpaid work is worked or has ended."
                                .formatted(named));
            return found;
        }
        if (found.stream().anyMatch(order -> order.state().running()))
            throw new Taken("Unpaid work of %s is already running.".formatted(named));
        if (found.stream().anyMatch(order -> order.state() == OrderState.COMPLETE)) throw complete(probationCase);
        throw refused("Unpaid work of %s has ended: %s."
                .formatted(named, found.getLast().state().label().toLowerCase(Locale.UK)));
    }

    private static NotPossibleNow complete(ProbationCase probationCase) {
        return refused("The hours of %s are complete.".formatted(probationCase.text()));
    }

    private static NotPossibleNow refused(String why) {
        return new NotPossibleNow(why);
    }
}
