package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.unpaidwork.order.GoodAttendance;
import uk.gov.justice.probation.devolution.unpaidwork.order.GoodAttendanceSettings;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.AttendanceQuery.WorkedOn;

/**
 * Reduces the hours of an order by the rule of {@link GoodAttendance}, anew whenever an outcome is settled or
 * corrected, or a failure withdrawn. The reduction is part of what is credited to the order, so that what is left,
 * planned and short follows.
 */
@Component
public class RewardingAttendance {
    private final GoodAttendanceSettings settings;
    private final AttendanceQuery attendance;
    private final Orders orders;
    private final Cases cases;
    private final AuditTrail audit;

    RewardingAttendance(
            GoodAttendanceSettings settings, AttendanceQuery attendance, Orders orders, Cases cases, AuditTrail audit) {
        this.settings = settings;
        this.attendance = attendance;
        this.orders = orders;
        this.cases = cases;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void recount(Collection<Long> orderIds) {
        if (settings.hold()) orderIds.forEach(id -> recount(orders.lock(id)));
    }

    /**
     * The order must be locked.
     *
     * @return whether more or fewer of its hours are left now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean recount(Order order) {
        if (!settings.holdFor(order.sentenceDate()) || order.state().ended()) return false;
        int travelled = attendance.travelled(order.id());
        int worked = order.minutesCredited() - order.reducedMinutes() - travelled;
        int most = Math.max(0, order.minutesOrdered() - worked - travelled);
        int reduction =
                failed(order, worked) ? 0 : Math.min(most, GoodAttendance.reduction(worked, order.minutesOrdered()));
        if (reduction == order.reducedMinutes()) return false;
        order.reduce(reduction);
        orders.save(order);
        audit.record(
                "system",
                "HOURS_REDUCED",
                order.subject(),
                cases.get(order.caseId()).regionCode(),
                Map.of("minutes", reduction));
        return true;
    }

    /** What a file brought was worked before it came; a warning among it is a failure whose day nobody knows. */
    private boolean failed(Order order, int worked) {
        if (order.warningsImported() > 0) return true;
        List<WorkedOn> sessions = attendance.worked(order.id());
        int sum = worked - sessions.stream().mapToInt(WorkedOn::minutes).sum();
        LocalDate day = order.importedOn();
        for (WorkedOn session : sessions) {
            if (GoodAttendance.qualifies(sum, order.minutesOrdered())) break;
            sum += session.minutes();
            day = session.day();
        }
        return attendance.failedUntil(order.id(), day);
    }
}
