package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.TellsTheCourt;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursInWords;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;

/**
 * An outcome that completed the hours of an order is taken back: the order goes on, until the court has been told that
 * it ended (ADR 0129).
 */
@Component
class TakingBackCompletion {
    private final TellsTheCourt court;
    private final Orders orders;
    private final Enforcements enforcements;
    private final PlanningSessions planning;
    private final MessagesAboutCases messages;
    private final AuditTrail audit;

    TakingBackCompletion(
            TellsTheCourt court,
            Orders orders,
            Enforcements enforcements,
            PlanningSessions planning,
            MessagesAboutCases messages,
            AuditTrail audit) {
        this.court = court;
        this.orders = orders;
        this.enforcements = enforcements;
        this.planning = planning;
        this.messages = messages;
        this.audit = audit;
    }

    /**
     * Where the order of a session stands.
     *
     * @param toldToTheCourt whether it is too late to take its completion back
     */
    record Standing(Order order, boolean toldToTheCourt) {
        boolean complete() {
            return order.state() == OrderState.COMPLETE;
        }
    }

    Standing standing(Session session) {
        Order order = orders.get(session.orderId());
        return new Standing(order, isToldToTheCourt(order));
    }

    private boolean isToldToTheCourt(Order order) {
        return order.state() == OrderState.COMPLETE && court.hasEnded(order.caseId(), order.id());
    }

    /**
     * @param order must be locked, and if it was complete, its case before it
     * @throws Taken with a sentence if it cannot be taken back, or not at this moment
     */
    void mustBePossible(Order order, boolean wasComplete) {
        if (isToldToTheCourt(order))
            throw new Taken(
                    "The unpaid work was ended with an outcome, and the court is told of it. Ask case administration to reopen the case, then correct the outcome.");
        boolean isBeingEnded =
                order.state() == OrderState.SESSIONS && order.hoursComplete() && !planning.awaitsOutcomes(order.id());
        if (isBeingEnded || order.state() == OrderState.COMPLETE && !wasComplete)
            throw new Taken(
                    "The hours of the order are complete and it is being ended. Wait a minute, open the session again and correct it then.");
    }

    /** The outcome of one of its sessions was corrected: if it was complete and hours are left now, it goes on. */
    void takeBack(Order order, ProbationCase probationCase, String by) {
        if (order.state() != OrderState.COMPLETE || order.hoursComplete()) return;
        order.takeBackCompletion(enforcements.stop(order.id()));
        orders.save(order);
        audit.record(
                by,
                "COMPLETION_TAKEN_BACK",
                order.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn(), "left", order.minutesLeft()));
        tell(order, probationCase);
    }

    private void tell(Order order, ProbationCase probationCase) {
        for (String group : List.of(
                Enforcing.practitioners(probationCase),
                probationCase.group(Role.PLACEMENT_COORDINATOR),
                probationCase.group(Role.UPW_SUPERVISOR))) {
            messages.send(
                    probationCase,
                    group,
                    CaseMessage.news(
                            "upw-goes-on-%d-%d-%s".formatted(order.id(), order.version(), group),
                            probationCase,
                            order.subject(),
                            "%s: unpaid work goes on".formatted(probationCase.text()),
                            "The outcome that completed its hours was corrected. %s are left to work: sessions are planned again, and the termination that had begun is withdrawn."
                                    .formatted(HoursInWords.of(order.minutesLeft())),
                            "the page of order %d".formatted(order.id())));
        }
    }
}
