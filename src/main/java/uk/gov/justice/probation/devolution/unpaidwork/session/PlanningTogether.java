package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import uk.gov.justice.probation.devolution.calendar.WorkingDays;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectHours;
import uk.gov.justice.probation.devolution.unpaidwork.project.Projects;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningBatch.ToPlan;

/** Plans the sessions of many locked orders as {@link PlanningSessions} does those of one. */
@Component
class PlanningTogether {
    private final PlanningBatch orders;
    private final SessionBatch sessions;
    private final Projects projects;
    private final FreeDaysQuery freeDays;
    private final WorkingDays workingDays;
    private final TellingOrders telling;
    private final Clock clock;

    PlanningTogether(
            PlanningBatch orders,
            SessionBatch sessions,
            Projects projects,
            FreeDaysQuery freeDays,
            WorkingDays workingDays,
            TellingOrders telling,
            Clock clock) {
        this.orders = orders;
        this.sessions = sessions;
        this.projects = projects;
        this.freeDays = freeDays;
        this.workingDays = workingDays;
        this.telling = telling;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void plan(Collection<Long> orderIds) {
        Map<Long, List<Appointment>> open = orders.open(orderIds);
        List<ToPlan> toPlan = orders.orders(orderIds);
        List<SessionPlan> changes = plans(toPlan, open).stream()
                .filter(plan -> !plan.changesNothing())
                .toList();
        sessions.carryOut(changes);
        Map<Long, List<Appointment>> now = new HashMap<>(open);
        now.putAll(orders.open(changes.stream().map(SessionPlan::orderId).toList()));
        toPlan.forEach(order -> telling.tell(order.id(), order.state(), open.get(order.id()), now.get(order.id())));
    }

    private List<SessionPlan> plans(List<ToPlan> toPlan, Map<Long, List<Appointment>> open) {
        LocalDateTime now = LocalDateTime.now(clock);
        Map<String, ProjectHours> hours = projects.hours(toPlan.stream()
                .map(ToPlan::projectCode)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Supplier<Map<Long, List<Appointment>>> every = SingletonSupplier.of(() -> orders.every(open.keySet()));
        Supplier<FreeDays> free = SingletonSupplier.of(() -> freeDays.of(open.keySet(), hours.keySet()));
        Map<Long, LocalDate> lastByFile = orders.lastByFile(toPlan.stream()
                .filter(order -> order.firstSessionOn() == null)
                .map(ToPlan::id)
                .toList());
        List<SessionPlan> plans = new ArrayList<>();
        for (ToPlan order : toPlan) {
            ProjectHours project = hours.get(order.projectCode());
            if (project == null || order.state().ended()) {
                plans.add(SessionPlan.ofNone(order, open.get(order.id()), now));
                continue;
            }
            SessionPlan plan = SessionPlan.of(
                    order,
                    project,
                    open.get(order.id()),
                    order.firstSessionOn() == null ? lastByFile.get(order.id()) : order.firstSessionOn(),
                    cancelled -> {
                        free.get().giveBack(order.id(), cancelled);
                        return new SessionPlan.Known(
                                every.get().get(order.id()), free.get().of(order.id(), project));
                    },
                    workingDays.calendar(),
                    now);
            if (!plan.days().isEmpty()) free.get().book(plan);
            plans.add(plan);
        }
        return plans;
    }
}
