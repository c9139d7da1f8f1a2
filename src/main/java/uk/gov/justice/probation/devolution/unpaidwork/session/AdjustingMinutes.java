package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseOwners;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.order.RemainingMinutes;

/**
 * Credits travel time (adjustment TTX): at most {@value TravelCap#MOST} minutes per adjustment, and never more than is
 * left to work.
 */
@Service
public class AdjustingMinutes {
    private final Orders orders;
    private final Cases cases;
    private final CaseAccess access;
    private final CaseOwners owners;
    private final PlanningSessions planning;
    private final AuditTrail audit;
    private final Credits credits;
    private final Clock clock;

    AdjustingMinutes(
            Orders orders,
            Cases cases,
            CaseAccess access,
            CaseOwners owners,
            PlanningSessions planning,
            AuditTrail audit,
            Credits credits,
            Clock clock) {
        this.orders = orders;
        this.cases = cases;
        this.access = access;
        this.owners = owners;
        this.planning = planning;
        this.audit = audit;
        this.credits = credits;
        this.clock = clock;
    }

    /**
     * Credits travel time, once for each key.
     *
     * @param key identifies the adjustment, at most 40 characters
     * @return the minutes that count
     * @throws BreaksRules if the number of minutes is not valid
     * @throws Frozen while a handover holds the case's queue
     */
    @Transactional
    public int travel(long orderId, int minutes, String key, Colleague by) {
        if (minutes < 1) throw new BreaksRules("minutes", "Enter the minutes of travel: 1 or more");
        long caseId = orders.get(orderId).caseId();
        ProbationCase probationCase = cases.get(caseId);
        access.mustWorkOn(probationCase, by, RecordingOutcomes.ROLES);
        if (owners.lock(caseId, RecordingOutcomes.SERVICE).frozen())
            throw new Frozen("unpaid work", probationCase.crn());
        Order order = orders.lock(orderId);
        String creditKey = "travel-%d-%s".formatted(orderId, key);
        Optional<Integer> before = credits.minutesOf(creditKey);
        if (before.isPresent()) return before.get();
        int counting =
                TravelCap.counting(minutes, RemainingMinutes.of(order.minutesOrdered(), order.minutesCredited()));
        credits.save(CreditEntry.ofTravel(orderId, counting, creditKey, by.userName(), clock.instant()));
        order.credit(counting, 0);
        orders.save(order);
        audit.record(
                by.userName(),
                "TRAVEL_CREDITED",
                order.subject(),
                probationCase.regionCode(),
                Map.of("asked", minutes, "minutes", counting));
        planning.plan(order);
        return counting;
    }
}
