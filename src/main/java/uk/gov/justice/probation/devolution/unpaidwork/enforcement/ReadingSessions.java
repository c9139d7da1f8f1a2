package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.TakingBackCompletion.Standing;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.project.Projects;
import uk.gov.justice.probation.devolution.unpaidwork.session.Correction;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomeCode;
import uk.gov.justice.probation.devolution.unpaidwork.session.OutcomesOfSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.RecordingOutcomes;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionNotes;
import uk.gov.justice.probation.devolution.unpaidwork.session.SessionState;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;

/** Reads a session as its page shows it, for those who may see the case. */
@Service
public class ReadingSessions {
    /**
     * A session with everything else that its page shows.
     *
     * @param corrections its previous outcomes, if it was corrected
     * @param mayRecord whether the colleague may record its outcome
     * @param mayCorrect whether the colleague may correct its outcome
     * @param completesTheOrder whether its order is complete, and goes on if fewer minutes count
     * @param toldToTheCourt whether it is too late for that
     * @param mayReadNotes false if they are marked sensitive and not for this colleague
     */
    public record SessionFile(
            Session session,
            Order order,
            ProbationCase probationCase,
            String projectName,
            OutcomeCode outcome,
            List<Correction> corrections,
            Enforcement enforcement,
            boolean mayRecord,
            boolean mayCorrect,
            boolean completesTheOrder,
            boolean toldToTheCourt,
            boolean mayReadNotes) {}

    private final Sessions sessions;
    private final Enforcements enforcements;
    private final OutcomesOfSessions outcomes;
    private final SessionNotes notes;
    private final Cases cases;
    private final CaseAccess access;
    private final Projects projects;
    private final TakingBackCompletion completion;

    ReadingSessions(
            Sessions sessions,
            Enforcements enforcements,
            OutcomesOfSessions outcomes,
            SessionNotes notes,
            Cases cases,
            CaseAccess access,
            Projects projects,
            TakingBackCompletion completion) {
        this.sessions = sessions;
        this.enforcements = enforcements;
        this.outcomes = outcomes;
        this.notes = notes;
        this.cases = cases;
        this.access = access;
        this.projects = projects;
        this.completion = completion;
    }

    /** @throws NotAllowedException if the colleague may not see the case */
    @Transactional(readOnly = true)
    public SessionFile session(long sessionId, Colleague by) {
        Session session = sessions.get(sessionId);
        Standing standing = completion.standing(session);
        Order order = standing.order();
        ProbationCase probationCase = cases.get(order.caseId());
        access.mustSee(probationCase, by);
        boolean mayRecord = access.mayWorkOn(probationCase, by, RecordingOutcomes.ROLES);
        boolean mayCorrect = mayRecord
                && session.state() == SessionState.SETTLED
                && (!order.state().ended() || standing.complete() && !standing.toldToTheCourt());
        return new SessionFile(
                session,
                order,
                probationCase,
                projects.hours(session.projectCode()).name(),
                outcomes.outcome(session),
                outcomes.corrections(session),
                enforcements.ofSession(sessionId).orElse(null),
                mayRecord,
                mayCorrect,
                standing.complete(),
                standing.toldToTheCourt(),
                notes.mayRead(session, probationCase, by));
    }
}
