package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.order.Forecast;
import uk.gov.justice.probation.devolution.unpaidwork.order.HoursInWords;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions.Progress;

/**
 * Follows an order on its way: the next session, reviews, two forecasts, and the court if hours are left at the end.
 */
@Service
public class FollowingOrders {

    /** The possible results of a review. */
    public enum Review {
        ON_TRACK,
        BEHIND,
        CHANGE_NEEDED
    }

    private static final Role[] MANAGERS = {Role.PRACTITIONER, Role.PSO, Role.SPO};
    private static final List<String> APPLICATIONS = List.of("EXTEND", "REVOKE", "OTHER");

    private final Orders orders;
    private final OrderSteps steps;
    private final Sessions sessions;
    private final PlanningSessions planning;
    private final MessagesAboutCases messages;
    private final CaseAccess access;
    private final Deadlines deadlines;
    private final Clock clock;

    FollowingOrders(
            Orders orders,
            OrderSteps steps,
            Sessions sessions,
            PlanningSessions planning,
            MessagesAboutCases messages,
            CaseAccess access,
            Deadlines deadlines,
            Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.sessions = sessions;
        this.planning = planning;
        this.messages = messages;
        this.access = access;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * What comes next. If its project has no more days for it, the order gives up its place and another project is
     * chosen.
     *
     * @param registers whether the order's process waits for registers; otherwise each session has a process
     */
    @Transactional
    public PlanningSessions.Next next(long orderId, boolean registers) {
        Locked locked = steps.lock(orderId);
        PlanningSessions.Next next = planning.next(orderId, registers);
        if (next.step() == PlanningSessions.Step.NO_PROJECT && locked.order().state() == OrderState.SESSIONS) {
            steps.audit(
                    locked,
                    "system",
                    "PROJECT_OVER",
                    Map.of("project", String.valueOf(locked.order().projectCode())));
            locked.order().giveUpPlace();
            orders.save(locked.order());
        }
        return next;
    }

    /** Starts a review. */
    @Transactional
    public void beginReview(long orderId) {
        Order order = steps.lock(orderId).order();
        order.review(clock.instant());
        orders.save(order);
    }

    /**
     * Records that those who manage the sentence have reviewed the progress.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they do not manage it, or may not see
     *     the case
     * @throws BreaksRules if the answer is not valid
     */
    @Transactional
    public void review(long orderId, String answer, TaskAnswer by) {
        Locked locked = steps.lock(orderId);
        steps.mustHold(locked, locked.practitionerRole(), by);
        Review review = Arrays.stream(Review.values())
                .filter(one -> one.name().equals(answer))
                .findFirst()
                .orElseThrow(
                        () -> new BreaksRules("Choose whether it is on track or behind, or something has to change."));
        steps.audit(locked, by.by(), "PROGRESS_REVIEWED", Map.of("review", review));
        if (review == Review.CHANGE_NEEDED) {
            messages.send(
                    locked.probationCase(),
                    locked.group(Role.PLACEMENT_COORDINATOR),
                    CaseMessage.news(
                            "upw-change-needed-" + by.taskInstance(),
                            locked.probationCase(),
                            locked.order().subject(),
                            "%s: something has to change"
                                    .formatted(locked.probationCase().text()),
                            "The progress review of its unpaid work found that something has to change. Look at the page of the order, and plan with the person who reviewed it.",
                            page(orderId)));
        }
    }

    /**
     * Informs the practitioner and the coordinator, once for each forecast, of what will not be worked in time; for a
     * limited-access case, only that there is news.
     */
    @Transactional
    public void forecast(long orderId, Forecast which) {
        Locked locked = steps.lock(orderId);
        Progress progress = sessions.progress(orderId);
        locked.order().forecast(which, clock.instant());
        orders.save(locked.order());
        if (progress.shortfall() == 0) return;
        String body = "As sessions are planned now, %s will not be worked by %s."
                .formatted(HoursInWords.of(progress.shortfall()), Deadlines.inWords(progress.lastDay()));
        for (String group : List.of(locked.practitionerGroup(), locked.group(Role.PLACEMENT_COORDINATOR))) {
            messages.send(
                    locked.probationCase(),
                    group,
                    CaseMessage.news(
                            "upw-forecast-%d-%d-%s".formatted(orderId, which.month(), group),
                            locked.probationCase(),
                            locked.order().subject(),
                            "%s: forecast of unpaid work at month %d"
                                    .formatted(locked.probationCase().text(), which.month()),
                            body,
                            page(orderId)));
        }
    }

    /** Whether hours are left at the end of the twelve months. */
    @Transactional
    public boolean hoursLeft(long orderId) {
        return !steps.lock(orderId).order().hoursComplete();
    }

    /**
     * Records that those who manage the sentence have applied to the court.
     *
     * @param on today if null
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they do not manage it, or may not see
     *     the case
     * @throws BreaksRules if it does not say what for
     * @throws uk.gov.justice.probation.devolution.refusal.BreaksRules if it cannot have been on that day
     */
    @Transactional
    public void appliedToCourt(long orderId, LocalDate on, String applicationFor, TaskAnswer by) {
        Locked locked = steps.lock(orderId);
        steps.mustHold(locked, locked.practitionerRole(), by);
        if (!APPLICATIONS.contains(Objects.requireNonNullElse(applicationFor, "")))
            throw new BreaksRules("Choose what you applied for: more time, revocation or something else.");
        locked.order().applyToCourt(on, deadlines);
        orders.save(locked.order());
        steps.audit(
                locked,
                by.by(),
                "COURT_APPLIED",
                Map.of("on", locked.order().courtAppliedOn().toString(), "for", applicationFor));
    }

    /**
     * The court gave the order more time: the twelve months now end on that day, and its process reads its dates again.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if the colleague does not manage the
     *     case
     * @throws BreaksRules with a sentence for the colleague if that is not possible
     */
    @Transactional
    public void extend(long orderId, LocalDate until, Colleague by) {
        Locked locked = steps.lock(orderId);
        access.mustWorkOn(locked.probationCase(), by, MANAGERS);
        locked.order().extend(until, deadlines);
        orders.save(locked.order());
        steps.audit(locked, by.userName(), "ORDER_EXTENDED", Map.of("until", until.toString()));
    }

    private static String page(long orderId) {
        return "the page of order %d".formatted(orderId);
    }
}
