package uk.gov.justice.probation.devolution.unpaidwork.intake;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.CaseOwners.Owner;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.order.DueInOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.NotingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.TeamsQuery;
import uk.gov.justice.probation.devolution.unpaidwork.order.TeamsQuery.Team;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;

/**
 * Opens an order in the state it has in the database, at its start and each time its process begins again: after a
 * handover, a reopening or an extension by the court. Whatever fell due while it waited is due at once.
 */
@Service
public class OpeningOrders {
    /** What the process needs to know. */
    public record OpenedOrder(
            Order order,
            ProbationCase probationCase,
            Owner owner,
            String practitionerGroup,
            boolean waits,
            LocalDate learningCheck) {

        /**
         * {@code FROZEN} while it waits for a handover, {@code ENDED} if nothing is left to do, otherwise the name of
         * its state.
         */
        public String standsAt() {
            if (order.state().ended()) return "ENDED";
            return waits ? "FROZEN" : order.state().name();
        }
    }

    private final Orders orders;
    private final OrderSteps steps;
    private final NotingOrders noting;
    private final TeamsQuery teams;
    private final PlanningSessions planning;
    private final DueInOrders due;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;

    OpeningOrders(
            Orders orders,
            OrderSteps steps,
            NotingOrders noting,
            TeamsQuery teams,
            PlanningSessions planning,
            DueInOrders due,
            Deadlines deadlines,
            UnpaidWorkSettings settings) {
        this.orders = orders;
        this.steps = steps;
        this.noting = noting;
        this.teams = teams;
        this.planning = planning;
        this.due = due;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /**
     * Records that the process instance is about this order, and opens it. If it is being worked, sessions are planned
     * for what a file's do not cover, so that what is short can be seen from the first day.
     */
    @Transactional
    public OpenedOrder open(long orderId, long processInstanceKey) {
        noting.note(orderId, processInstanceKey);
        Locked locked = steps.lock(orderId);
        Order order = locked.order();
        boolean waits = locked.owner().frozen() && !order.state().ended();
        order.open(processInstanceKey, waits);
        if (!waits) keepTeam(locked);
        orders.save(order);
        if (!waits && order.state() == OrderState.SESSIONS) planning.plan(order);
        return new OpenedOrder(
                order, locked.probationCase(), locked.owner(), locked.practitionerGroup(), waits, learningCheck(order));
    }

    /** Sends what fell due while the order waited, because until its process goes on nothing receives the message. */
    @Transactional
    public void tellWhatIsDue(long orderId, long occasion) {
        due.tell(steps.lock(orderId).order(), occasion);
    }

    /** If another unit now has the order, gives it to one of that unit's teams. */
    private void keepTeam(Locked locked) {
        Order order = locked.order();
        if (order.teamCode() == null || order.state().ended()) return;
        List<Team> theirs = teams.alignedFirst(locked);
        if (theirs.stream().noneMatch(team -> team.code().equals(order.teamCode()))) {
            order.keepWith(theirs.getFirst().code(), deadlines.today());
        }
    }

    /** Null if the instructions have not been sent yet, or learning has been checked. */
    private LocalDate learningCheck(Order order) {
        if (order.instructedAt() == null || order.learningTakenUp() != null) return null;
        return deadlines.workingDaysFrom(deadlines.day(order.instructedAt()), settings.learningCheck());
    }
}
