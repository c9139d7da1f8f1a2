package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.session.CheckingOutcomes.Checked;

/** Saves the outcome of a session, whoever gives it. The session is locked after its order. */
@Component
class TakingOutcomes {
    private final UnpaidWorkSessions sessions;
    private final CheckingOutcomes checking;
    private final SessionNotes notes;
    private final SettlingOutcomes settling;
    private final AnnouncingOutcomes announcing;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakingOutcomes(
            UnpaidWorkSessions sessions,
            CheckingOutcomes checking,
            SessionNotes notes,
            SettlingOutcomes settling,
            AnnouncingOutcomes announcing,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.checking = checking;
        this.notes = notes;
        this.settling = settling;
        this.announcing = announcing;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * On a register, or without a project, no process waits for the session, so its outcome is settled as a file's is.
     *
     * @throws BreaksRules with every rule that the outcome breaks
     * @throws Taken if somebody else was first
     */
    Session take(Session session, Order order, ProbationCase probationCase, Outcome outcome, String by) {
        session.mustBeFree(outcome.version(), clock.getZone());
        Checked checked = checking.check(session, order, outcome);
        session.record(outcome, checked, notes.seal(session.reference(), outcome.notes()), by, clock.instant());
        sessions.save(session);
        audit.record(
                by,
                "OUTCOME_RECORDED",
                session.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn(), "order", order.id(), "on", session.on()));
        if (order.state().ended()) settling.settleWithoutProcess(session.id());
        else announcing.announce(session);
        if (session.onRegister() || order.state().running() && order.state() != OrderState.SESSIONS)
            events.publishEvent(new OutcomesToSettle(List.of(session.id())));
        return session;
    }
}
