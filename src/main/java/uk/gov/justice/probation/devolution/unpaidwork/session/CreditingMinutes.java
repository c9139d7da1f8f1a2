package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.project.Projects;
import uk.gov.justice.probation.devolution.unpaidwork.session.Counted.Standing;

/** Credits the minutes of a session to its order. Both must be locked. */
@Component
class CreditingMinutes {
    private static final String SYSTEM = "system";

    private final Orders orders;
    private final Cases cases;
    private final Projects projects;
    private final Credits credits;
    private final RewardingAttendance attendance;
    private final AuditTrail audit;
    private final Clock clock;

    CreditingMinutes(
            Orders orders,
            Cases cases,
            Projects projects,
            Credits credits,
            RewardingAttendance attendance,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.cases = cases;
        this.projects = projects;
        this.credits = credits;
        this.attendance = attendance;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the minutes that count */
    int credit(Session session, Order order, OutcomeCode code, Meaning meaning) {
        if (!meaning.credits()) return 0;
        boolean education = projects.hours(session.projectCode()).education();
        Counted counted = Counted.of(
                session,
                code,
                meaning,
                education,
                new Standing(order.minutesOrdered(), order.minutesCredited(), order.eteMinutesCredited()));
        if (counted.minutes() == 0) return 0;
        credits.save(CreditEntry.of(session, counted, SYSTEM, clock.instant()));
        order.credit(counted.minutes(), counted.educationMinutes());
        orders.save(order);
        audit.record(
                SYSTEM,
                "MINUTES_CREDITED",
                order.subject(),
                cases.get(order.caseId()).regionCode(),
                Map.of("session", session.id(), "minutes", counted.minutes(), "education", counted.education()));
        attendance.recount(order);
        return counted.minutes();
    }
}
