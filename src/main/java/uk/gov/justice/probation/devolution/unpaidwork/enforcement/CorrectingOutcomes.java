package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.Frozen;
import uk.gov.justice.probation.devolution.refusal.Taken;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.OrderState;
import uk.gov.justice.probation.devolution.unpaidwork.session.CorrectingSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.CorrectingSessions.Corrected;
import uk.gov.justice.probation.devolution.unpaidwork.session.Outcome;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.RewardingAttendance;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionsInWork;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionsInWork.Found;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionsInWork.Locked;

/**
 * Corrects an outcome that was entered wrongly, after it was settled, in one transaction: minutes are counted again, a
 * failure that was not one is withdrawn with its letters, one that was overlooked starts its enforcement, and the time
 * is planned again. The previous outcome is kept. A correction is refused if somebody else has acted on the outcome and
 * must undo that first, because the court has the breach or has been told that the order ended. If the outcome
 * completed the hours of the order, the order goes on (ADR 0129).
 */
@Service
public class CorrectingOutcomes {
    private final SessionsInWork sessions;
    private final CorrectingSessions correcting;
    private final JudgingCorrections judging;
    private final TakingBackCompletion completion;
    private final RewardingAttendance attendance;
    private final PlanningSessions planning;
    private final CaseAccess access;
    private final AuditTrail audit;

    CorrectingOutcomes(
            SessionsInWork sessions,
            CorrectingSessions correcting,
            JudgingCorrections judging,
            TakingBackCompletion completion,
            RewardingAttendance attendance,
            PlanningSessions planning,
            CaseAccess access,
            AuditTrail audit) {
        this.sessions = sessions;
        this.correcting = correcting;
        this.judging = judging;
        this.completion = completion;
        this.attendance = attendance;
        this.planning = planning;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Corrects the outcome of a settled session. Notes stay as they are.
     *
     * @throws NotAllowedException if the colleague may not correct it
     * @throws Frozen while a handover holds the case's queue
     * @throws BreaksRules with every rule that the outcome breaks
     * @throws Taken if the session has changed since it was read, or can no longer be corrected
     */
    @Transactional
    public Session correct(long sessionId, Outcome outcome, Colleague by) {
        Found found = sessions.find(sessionId);
        ProbationCase probationCase = found.probationCase();
        access.mustWorkOn(probationCase, by, RecordingOutcomes.ROLES);
        Locked locked = sessions.lockToCorrect(found);
        if (locked.owner().frozen()) throw new Frozen("unpaid work", probationCase.crn());
        Order order = locked.order();
        Session session = locked.session();
        session.mustBeCorrectable(outcome.version());
        mustBeCorrectable(order, found.complete());
        Corrected corrected = correcting.correct(session, order, outcome, by.userName());
        completion.takeBack(order, probationCase, by.userName());
        mustRunToBeEnforced(order, corrected);
        boolean failureChanged = judging.judgeAgain(session, corrected, by);
        audit.record(
                by.userName(),
                "OUTCOME_CORRECTED",
                session.subject(),
                probationCase.regionCode(),
                Map.of("crn", probationCase.crn(), "order", order.id(), "minutes", corrected.minutes()));
        if (failureChanged) judging.tellThePractitioner(session, probationCase);
        attendance.recount(order);
        planning.plan(order);
        return session;
    }

    private void mustBeCorrectable(Order order, boolean wasComplete) {
        if (order.state() == OrderState.COURT || order.state() == OrderState.STOPPED) {
            throw new Taken("The order has ended: %s. Its outcomes can no longer be corrected; tell the practitioner."
                    .formatted(order.state().label().toLowerCase(Locale.ROOT)));
        }
        completion.mustBePossible(order, wasComplete);
    }

    private static void mustRunToBeEnforced(Order order, Corrected corrected) {
        if (order.state().ended()
                && corrected.code().enforceable()
                && !corrected.was().enforces())
            throw new Taken(
                    "The hours of the order are complete without this session too, so nobody enforces a failure. Tell the practitioner.");
    }
}
