package uk.gov.justice.probation.devolution.unpaidwork.life;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.Enforcements;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.order.Orders;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/**
 * Stops all unpaid work of a case at once: future sessions, enforcement, the orders themselves and their processes; and
 * undoes that when the case is reopened. Whatever has already ended does not change. Nor do sessions that are over,
 * because they still need an outcome.
 */
@Service
@NamedInterface("life")
public class StoppingOrders {
    private final Orders orders;
    private final Enforcements enforcements;
    private final Cases cases;
    private final AuditTrail audit;
    private final MessagesAboutCases messages;
    private final Sessions sessions;
    private final Clock clock;

    StoppingOrders(
            Orders orders,
            Enforcements enforcements,
            Cases cases,
            AuditTrail audit,
            MessagesAboutCases messages,
            Sessions sessions,
            Clock clock) {
        this.orders = orders;
        this.enforcements = enforcements;
        this.cases = cases;
        this.audit = audit;
        this.messages = messages;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Locks every order of several cases, by key, before the first of them is stopped or restored, which does so for
     * one. Lock the cases first.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<Long> caseIds) {
        if (caseIds.size() < 2) return;
        orders.lockAllById(caseIds.stream()
                .flatMap(id -> orders.ofCase(id).stream())
                .map(Order::id)
                .toList());
    }

    /**
     * Stops every order of the case that has not ended. Repeating it changes nothing.
     *
     * @param reasonCode code of {@code termination_reason}
     */
    @Transactional
    public void stop(long caseId, String reasonCode, LocalDate occurredOn) {
        ProbationCase probationCase = cases.get(caseId);
        for (Order found : orders.ofCase(caseId)) {
            Order order = orders.lock(found.id());
            if (!order.stop(reasonCode, clock.instant())) continue;
            sessions.stop(order.id());
            enforcements.stop(order.id());
            audit.record(
                    "system",
                    "ORDER_STOPPED",
                    order.subject(),
                    probationCase.regionCode(),
                    Map.of(
                            "crn",
                            probationCase.crn(),
                            "reason",
                            reasonCode,
                            "occurredOn",
                            occurredOn.toString(),
                            "stoodAt",
                            order.stoppedFrom()));
            orders.save(order);
        }
    }

    /** The process has ended: informs those who worked on the order. */
    @Transactional
    public void stopped(long orderId) {
        Order order = orders.lock(orderId);
        if (order.state() != OrderState.STOPPED) return;
        ProbationCase probationCase = cases.get(order.caseId());
        for (Role role : List.of(Role.PLACEMENT_COORDINATOR, Role.UPW_SUPERVISOR)) {
            messages.send(
                    probationCase,
                    probationCase.group(role),
                    CaseMessage.news(
                            "upw-stopped-%d-%d-%s".formatted(orderId, order.version(), role),
                            probationCase,
                            order.subject(),
                            "%s: unpaid work has been stopped".formatted(probationCase.text()),
                            "Its future sessions and its tasks are cancelled. Nobody needs to do anything.",
                            "the page of order %d".formatted(orderId)));
        }
    }

    /** Returns every stopped order of the case to the state it had. Its process starts again from there. */
    @Transactional
    public void restore(long caseId) {
        ProbationCase probationCase = cases.get(caseId);
        for (Order found : orders.ofCase(caseId)) {
            Order order = orders.lock(found.id());
            int version = order.version();
            if (!order.restore()) continue;
            orders.save(order);
            sessions.restore(order.id());
            enforcements.restore(order.id(), version);
            audit.record(
                    "system",
                    "ORDER_RESTORED",
                    order.subject(),
                    probationCase.regionCode(),
                    Map.of("crn", probationCase.crn(), "standsAt", order.state()));
        }
    }
}
