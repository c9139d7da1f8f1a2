package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.caseload.Cases;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.unpaidwork.order.UnpaidWorkSettings;
import uk.gov.justice.probation.devolution.unpaidwork.project.Projects;

/**
 * Gathers what the task about a session needs: when it is, whether anything is left to ask and, unless access to the
 * case is limited, where and when in words.
 */
@Service
public class PreparingSessions {

    /**
     * @param given whether it already has its outcome
     * @param cancelled whether it will not be held, or does not exist; the rest is empty then
     * @param dueOn by when the outcome must be recorded
     * @param lateOn when those waiting for it are reminded
     * @param text for people; only the CRN if access is limited
     * @param inShort the case, project and day, for the card of a task; null if access is limited
     * @param limited whether the engine must not know when the session is; {@link SessionsOver} informs it afterwards
     */
    public record Prepared(
            boolean given,
            boolean cancelled,
            Instant startsAt,
            Instant endsAt,
            LocalDate dueOn,
            LocalDate lateOn,
            String text,
            String inShort,
            boolean limited) {
        private static final Prepared NOTHING_TO_ASK =
                new Prepared(false, true, null, null, null, null, null, null, false);
    }

    private final Sessions sessions;
    private final Cases cases;
    private final TaskSubjects subjects;
    private final SessionsOver over;
    private final Deadlines deadlines;
    private final UnpaidWorkSettings settings;
    private final Projects projects;
    private final Clock clock;

    PreparingSessions(
            Sessions sessions,
            Cases cases,
            TaskSubjects subjects,
            SessionsOver over,
            Deadlines deadlines,
            UnpaidWorkSettings settings,
            Projects projects,
            Clock clock) {
        this.sessions = sessions;
        this.cases = cases;
        this.subjects = subjects;
        this.over = over;
        this.deadlines = deadlines;
        this.settings = settings;
        this.projects = projects;
        this.clock = clock;
    }

    /** Records that the process instance is about this session, if there is something to ask or to settle. */
    @Transactional
    public Prepared prepare(long sessionId, long processInstanceKey) {
        Session session = sessions.find(sessionId).orElse(null);
        if (session == null || session.state() == SessionState.CANCELLED || session.state() == SessionState.HISTORY)
            return Prepared.NOTHING_TO_ASK;
        ProbationCase probationCase = cases.get(sessions.whose(sessionId).caseId());
        subjects.note(
                processInstanceKey,
                new TaskSubject("sessionId", sessionId, session.subject(), probationCase.regionCode()));
        String text = probationCase.text();
        String inShort = null;
        if (!probationCase.limitedAccess()) {
            String project = projects.hours(session.projectCode()).name();
            text = "%s, %s, %s"
                    .formatted(
                            Deadlines.inWords(session.on()), session.planned().inWords(), project);
            inShort = "CRN %s, %s, %s".formatted(probationCase.crn(), project, Deadlines.inShort(session.on()));
        }
        if (probationCase.limitedAccess()
                && session.state() == SessionState.PLANNED
                && session.on().isBefore(deadlines.today())) over.tell(sessionId, processInstanceKey);
        return new Prepared(
                session.state() == SessionState.RECORDED || session.state() == SessionState.SETTLED,
                false,
                session.on().atTime(session.start()).atZone(clock.getZone()).toInstant(),
                session.planned().ends().atZone(clock.getZone()).toInstant(),
                deadlines.workingDaysFrom(session.on(), 1),
                deadlines.workingDaysFrom(session.on(), settings.outcomeLate()),
                text,
                inShort,
                probationCase.limitedAccess());
    }
}
