package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkMessages;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;
import uk.gov.justice.probation.devolution.unpaidwork.session.RegistersBatch.Register;

/**
 * Asks the supervisors for the register of each project's day, once, until everybody who was expected has an outcome,
 * whoever recorded it (ADR 0085).
 */
@Service
public class KeepingRegisters {

    /**
     * What the task about a register needs.
     *
     * @param complete whether nothing is left to ask
     * @param key by which its process hears that it is complete
     * @param regionSlug as in the names of groups
     * @param lateOn when those waiting for it are reminded
     */
    public record Prepared(
            boolean complete,
            String key,
            String projectCode,
            String projectName,
            LocalDate on,
            String regionSlug,
            LocalDate lateOn) {}

    private final RegistersBatch registers;
    private final TaskSubjects subjects;
    private final MessagesAboutCases messages;
    private final AuditTrail audit;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;
    private final ApplicationEventPublisher events;

    KeepingRegisters(
            RegistersBatch registers,
            TaskSubjects subjects,
            MessagesAboutCases messages,
            AuditTrail audit,
            Deadlines deadlines,
            UnpaidWorkSettings settings,
            ApplicationEventPublisher events) {
        this.registers = registers;
        this.subjects = subjects;
        this.messages = messages;
        this.audit = audit;
        this.deadlines = deadlines;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Asks for the registers of the days up to today on which somebody has no outcome, and for none that is complete.
     *
     * @return how many are asked for now
     */
    @Transactional
    public int begin() {
        registers.allOpen().forEach(this::endIfComplete);
        List<Register> begun = registers.open(deadlines.today());
        begun.forEach(one -> events.publishEvent(
                UnpaidWorkMessages.registerDue(one.id(), one.projectCode(), one.on(), one.times())));
        return begun.size();
    }

    /**
     * Outcomes of these sessions were recorded: a register that is complete now ends, whatever becomes of settling
     * them.
     */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(OutcomesToSettle recorded) {
        registers.ofSessions(recorded.sessionIds()).forEach(this::endIfComplete);
    }

    /** Whoever is not expected any more may have been the last: it ends once that is certain. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(RegistersLeft left) {
        left.registerIds().stream().flatMap(id -> registers.find(id).stream()).forEach(this::endIfComplete);
    }

    private void endIfComplete(Register register) {
        if (registers.missing(register) == 0 && registers.close(register.id()))
            events.publishEvent(UnpaidWorkMessages.registerDone(register.id(), register.times()));
    }

    /**
     * Records that the process instance is about this register.
     *
     * @throws CannotSucceedException if there is no such register
     */
    @Transactional
    public Prepared prepare(long registerId, long processInstanceKey) {
        Register register = get(registerId);
        boolean complete = registers.missing(register) == 0;
        if (complete) registers.close(registerId);
        subjects.note(
                processInstanceKey,
                new TaskSubject("registerId", registerId, subject(register), register.regionCode()));
        return new Prepared(
                !register.open() || complete,
                UnpaidWorkMessages.registerKey(register.id(), register.times()),
                register.projectCode(),
                register.projectName(),
                register.on(),
                slug(register),
                deadlines.workingDaysFrom(register.on(), settings.outcomeLate()));
    }

    /**
     * A supervisor says that the register is kept.
     *
     * @throws uk.gov.justice.probation.devolution.security.NotAllowedException if they are not a supervisor of the
     *     project's region
     * @throws BreaksRules with a sentence while somebody has no outcome
     */
    @Transactional
    public void answer(long registerId, TaskAnswer by) {
        Register register = get(registerId);
        by.mustHold(Role.UPW_SUPERVISOR, slug(register), "keep the register of " + register.projectName());
        int missing = registers.missing(register);
        if (missing > 0)
            throw new BreaksRules(
                    "%d %s no outcome yet. Record it on the page of the register; for a limited-access case, somebody with access does. This task then closes by itself."
                            .formatted(missing, missing == 1 ? "person has" : "people have"));
        registers.close(registerId);
        audit.record(
                by.by(),
                "REGISTER_KEPT",
                subject(register),
                register.regionCode(),
                Map.of("project", register.projectCode(), "on", register.on().toString()));
    }

    /**
     * Informs those who can help that outcomes are missing; only how many and where, because anybody may be expected.
     */
    @Transactional
    public void late(long registerId) {
        Register register = get(registerId);
        int missing = registers.missing(register);
        if (missing == 0) return;
        for (Role role : List.of(Role.UPW_SUPERVISOR, Role.PLACEMENT_COORDINATOR)) {
            messages.sendAboutNoCase(
                    "register-late-%d-%d-%s".formatted(registerId, register.times(), role),
                    TaskGroup.of(role, slug(register)).name(),
                    "The register of %s is not complete".formatted(register.projectName()),
                    "Of the people expected on %s, %d %s no outcome. Record what is missing on the page of the register."
                            .formatted(Deadlines.inWords(register.on()), missing, missing == 1 ? "has" : "have"),
                    subject(register));
        }
    }

    private Register get(long id) {
        return registers
                .find(id)
                .orElseThrow(() -> new CannotSucceedException(
                        "There is no register with the number %d: nothing of ours began this. Cancel it."
                                .formatted(id)));
    }

    private static String subject(Register register) {
        return "register/" + register.id();
    }

    private static String slug(Register register) {
        return register.regionCode().toLowerCase(Locale.ROOT);
    }
}
