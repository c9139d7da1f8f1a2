package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.unpaidwork.project.ProjectHours;

/**
 * Plans, cancels, stops and restores the sessions of orders together, each in one statement. The orders must be locked.
 */
@Component
class SessionBatch {
    private static final int COLUMNS = 7;
    /** Of the project's type, whether its days have a register. */
    private static final String HAS_REGISTERS =
            "(SELECT t.kind <> 'INDIVIDUAL' FROM upw_project p JOIN upw_project_type t ON t.code = p.type_code WHERE p.code = %s)";

    private final JdbcClient jdbc;
    private final RegistersBatch registers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SessionBatch(JdbcClient jdbc, RegistersBatch registers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.registers = registers;
        this.events = events;
        this.clock = clock;
    }

    void carryOut(SessionPlan plan) {
        carryOut(List.of(plan));
    }

    /** For many orders: what is cancelled, and what is added, in one statement each. */
    void carryOut(List<SessionPlan> plans) {
        cancel(plans.stream().flatMap(plan -> plan.cancelled().stream()).toList());
        plans.stream()
                .filter(plan -> !plan.revived().isEmpty())
                .collect(Collectors.groupingBy(
                        SessionPlan::project,
                        Collectors.flatMapping(plan -> plan.revived().stream(), Collectors.toList())))
                .forEach(this::revive);
        insert(plans.stream().filter(plan -> !plan.added().isEmpty()).toList());
    }

    void cancel(Collection<Long> ids) {
        if (ids.isEmpty()) return;
        jdbc.sql(
                        "UPDATE upw_session SET state = 'CANCELLED', version = version + 1 WHERE id IN (:ids) AND state = 'PLANNED'")
                .param("ids", ids)
                .update();
        left(ids);
    }

    /** Nobody else may be expected on the registers that are kept of these days. */
    private void left(Collection<Long> ids) {
        List<Long> kept = registers.ofSessions(ids).stream()
                .map(RegistersBatch.Register::id)
                .toList();
        if (!kept.isEmpty()) events.publishEvent(new RegistersLeft(kept));
    }

    private void revive(ProjectHours project, List<Long> ids) {
        jdbc.sql("""
            UPDATE upw_session SET project_code = :project, start_time = :start, end_time = :end, state = 'PLANNED', version = version + 1, on_register = %s
            WHERE id IN (:ids) AND state = 'CANCELLED'
            """.formatted(HAS_REGISTERS.formatted(":project")))
                .param("project", project.code())
                .param("start", project.start())
                .param("end", project.end())
                .param("ids", ids)
                .update();
    }

    private void insert(List<SessionPlan> plans) {
        if (plans.isEmpty()) return;
        List<Object> values = new ArrayList<>();
        plans.forEach(plan -> plan.added()
                .forEach(fresh -> Collections.addAll(
                        values,
                        fresh.reference(),
                        plan.orderId(),
                        plan.project().code(),
                        fresh.on(),
                        plan.project().start(),
                        plan.project().end(),
                        plan.project().code())));
        jdbc.sql(
                        "INSERT INTO upw_session (session_reference, order_id, project_code, on_date, start_time, end_time, state, version, on_register) VALUES "
                                + String.join(
                                        ", ",
                                        Collections.nCopies(
                                                values.size() / COLUMNS,
                                                "(?, ?, ?, ?, ?, ?, 'PLANNED', 1, " + HAS_REGISTERS.formatted("?")
                                                        + ")")))
                .params(values)
                .update();
    }

    /** Somebody came who was not expected. */
    void add(String reference, long orderId, ProjectHours project, LocalDate on) {
        insert(List.of(new SessionPlan(
                orderId, project, List.of(), List.of(), List.of(new SessionPlan.Fresh(reference, on)), List.of(on))));
    }

    /** The order's process waits for registers: what it works on projects that have them, it works there. */
    void putOnRegisters(long orderId) {
        jdbc.sql("""
            UPDATE upw_session s JOIN upw_project p ON p.code = s.project_code JOIN upw_project_type t ON t.code = p.type_code
            SET s.on_register = t.kind <> 'INDIVIDUAL'
            WHERE s.order_id = ? AND s.state IN ('PLANNED', 'RECORDED') AND s.on_register <> (t.kind <> 'INDIVIDUAL')
            """).param(orderId).update();
    }

    /** A process of its own begins for the session. */
    void takeOffRegister(Appointment session) {
        jdbc.sql("UPDATE upw_session SET on_register = FALSE WHERE id = ?")
                .param(session.id())
                .update();
        if (!session.on().isAfter(LocalDate.now(clock))) left(List.of(session.id()));
    }

    /** Cancels the future sessions of an order that is stopped. */
    void stop(long orderId) {
        LocalDateTime now = LocalDateTime.now(clock);
        List<Long> today = jdbc.sql(
                        "SELECT id FROM upw_session WHERE order_id = :order AND state = 'PLANNED' AND on_date = :today AND start_time > :time")
                .param("order", orderId)
                .param("today", now.toLocalDate())
                .param("time", now.toLocalTime())
                .query(Long.class)
                .list();
        jdbc.sql("""
            UPDATE upw_session SET state = 'CANCELLED', stopped_at = :at
            WHERE order_id = :order AND state = 'PLANNED' AND (on_date > :today OR on_date = :today AND start_time > :time)
            """)
                .param("at", Utc.of(clock.instant()))
                .param("order", orderId)
                .param("today", now.toLocalDate())
                .param("time", now.toLocalTime())
                .update();
        left(today);
    }

    /**
     * Plans the sessions stopped with their order again, at the version they had, so that an outcome based on that
     * version can still be recorded.
     */
    void restore(long orderId) {
        jdbc.sql(
                        "UPDATE upw_session SET state = 'PLANNED', stopped_at = NULL WHERE order_id = ? AND state = 'CANCELLED' AND stopped_at IS NOT NULL")
                .param(orderId)
                .update();
    }
}
