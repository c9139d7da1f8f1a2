package uk.gov.justice.probation.devolution.unpaidwork.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.intake.OpeningOrders;
import uk.gov.justice.probation.devolution.unpaidwork.life.StoppingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.CompletingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrdersOfBefore;
import uk.gov.justice.probation.devolution.unpaidwork.session.FollowingOrders;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;

/** The automated steps of {@code upw-placement}. */
@Component
public class OrderWorkers {
    /** A header of the models whose orders wait for registers. */
    private static final String REGISTERS = "registers";

    private final OpeningOrders opening;
    private final OrdersOfBefore ofBefore;
    private final FollowingOrders following;
    private final CompletingOrders completing;
    private final StoppingOrders stopping;
    private final CallsOfOrders calls;
    private final UnpaidWorkLinks links;
    private final Deadlines deadlines;

    OrderWorkers(
            OpeningOrders opening,
            OrdersOfBefore ofBefore,
            FollowingOrders following,
            CompletingOrders completing,
            StoppingOrders stopping,
            CallsOfOrders calls,
            UnpaidWorkLinks links,
            Deadlines deadlines) {
        this.opening = opening;
        this.ofBefore = ofBefore;
        this.following = following;
        this.completing = completing;
        this.stopping = stopping;
        this.calls = calls;
        this.links = links;
        this.deadlines = deadlines;
    }

    /** For a limited-access case the engine learns only the CRN. */
    record OrderOpened(
            long orderId,
            String crn,
            Integer eventNumber,
            String caseText,
            boolean limited,
            String regionCode,
            String regionSlug,
            String regionName,
            String ownerGroup,
            String practitionerGroup,
            String consoleUrl,
            String orderUrl,
            int way,
            String learningCheckAt) {}

    /** What a process of an earlier model uses. */
    record EarlierOpened(
            long orderId,
            String crn,
            Integer eventNumber,
            String caseText,
            boolean limited,
            String regionCode,
            String regionSlug,
            String regionName,
            String ownerGroup,
            String practitionerGroup,
            String consoleUrl,
            String orderUrl,
            String standsAt,
            String learningCheckAt) {}

    @JobWorker(type = "unpaidwork.openOrder", fetchVariables = "orderId")
    public Record openOrder(@Variable long orderId, ActivatedJob job) {
        calls.claimOrder(orderId, job);
        ofBefore.opened(orderId, job.getType());
        OpeningOrders.OpenedOrder opened = opening.open(orderId, job.getProcessInstanceKey());
        calls.begun(orderId, job);
        boolean earlier = job.getElementId().equals("Task_OpenOrder");
        if (earlier || job.getElementId().equals("Task_SeeWhereItStands"))
            opening.tellWhatIsDue(orderId, job.getElementInstanceKey());
        if (!job.getElementId().equals("Task_ReceiveOrder") && begins(way(opened))) calls.expectBeginning(orderId, job);
        ProbationCase of = opened.probationCase();
        Integer event = of.limitedAccess() ? null : of.eventNumber();
        if (earlier) {
            return new EarlierOpened(
                    orderId,
                    of.crn(),
                    event,
                    of.text(),
                    of.limitedAccess(),
                    of.regionCode(),
                    of.regionSlug(),
                    of.regionName(),
                    opened.owner().group(),
                    opened.practitionerGroup(),
                    links.base(),
                    links.order(orderId),
                    opened.standsAt(),
                    end(opened.learningCheck()));
        }
        return new OrderOpened(
                orderId,
                of.crn(),
                event,
                of.text(),
                of.limitedAccess(),
                of.regionCode(),
                of.regionSlug(),
                of.regionName(),
                opened.owner().group(),
                opened.practitionerGroup(),
                links.base(),
                links.order(orderId),
                way(opened),
                end(opened.learningCheck()));
    }

    /**
     * The engine learns which path to take, but not why: 0 if there is nothing to do, 1 if it waits, 2 to 7 for one of
     * its steps.
     */
    private static int way(OpeningOrders.OpenedOrder opened) {
        if (opened.order().state().ended()) return 0;
        if (opened.waits()) return 1;
        return switch (opened.order().state()) {
            case ASSESSMENT -> 3;
            case APPROVAL -> 4;
            case PROJECT -> 5;
            case INSTRUCTIONS -> 6;
            case SESSIONS -> 7;
            default -> 2;
        };
    }

    private static boolean begins(int way) {
        return way > 1 && way < 7;
    }

    /**
     * @param way 0 if the hours are complete, 1 if another project is needed, 2 if there is a session with a process of
     *     its own, 3 if registers bring what comes next
     */
    record NextSession(int way, Long sessionId) {}

    /** What a process of an earlier model uses. */
    record NextStep(PlanningSessions.Step nextStep, Long sessionId) {}

    @JobWorker(type = "unpaidwork.nextSession", fetchVariables = "orderId")
    public Record nextSession(@Variable long orderId, ActivatedJob job) {
        PlanningSessions.Next next = following.next(
                orderId, Boolean.parseBoolean(job.getCustomHeaders().get(REGISTERS)));
        switch (next.step()) {
            case SESSION -> calls.expectSession(next.sessionId(), job);
            case NO_PROJECT -> calls.expectBeginning(orderId, job);
            case COMPLETE, REGISTER -> {}
        }
        if (job.getElementId().equals("Task_NextSession")) return new NextStep(next.step(), next.sessionId());
        return new NextSession(
                switch (next.step()) {
                    case COMPLETE -> 0;
                    case NO_PROJECT -> 1;
                    case SESSION -> 2;
                    case REGISTER -> 3;
                },
                next.sessionId());
    }

    @JobWorker(type = "unpaidwork.completeOrder")
    public Map<String, Boolean> completeOrder(@Variable long orderId, ActivatedJob job) {
        return Map.of("completed", completing.complete(orderId, job.getProcessInstanceKey()));
    }

    @JobWorker(type = "unpaidwork.stopOrder")
    public void stopOrder(@Variable long orderId) {
        stopping.stopped(orderId);
    }

    /** Null stays null, which the process takes as never. */
    private String end(LocalDate day) {
        return day == null ? null : deadlines.endOf(day);
    }
}
