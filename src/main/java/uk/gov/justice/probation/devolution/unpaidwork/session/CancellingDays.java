package uk.gov.justice.probation.devolution.unpaidwork.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.letters.CaseLetterRequest;
import uk.gov.justice.probation.devolution.letters.CaseLetters;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.project.Projects;

/**
 * A day of a project does not take place. For everybody who is expected the session is rescheduled by the service, the
 * time is planned again at once, on other days, and a letter to them waits to be posted.
 */
@Service
public class CancellingDays {
    private static final String RESCHEDULED_BY_SERVICE = "RSSR";

    /** Why a day is cancelled, as the letter says it. */
    public enum Reason {
        WEATHER("The weather", "because of the weather"),
        NO_SUPERVISOR("No supervisor can come", "because no supervisor can come"),
        OTHER("Something else", "for a reason that has nothing to do with you");

        private final String label;
        private final String inLetter;

        Reason(String label, String inLetter) {
            this.label = label;
            this.inLetter = inLetter;
        }

        public String label() {
            return label;
        }
    }

    private final RecordingOutcomes recording;
    private final CancelledDaysBatch cancelled;
    private final Sessions sessions;
    private final Projects projects;
    private final CaseLetters letters;
    private final AuditTrail audit;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;

    CancellingDays(
            RecordingOutcomes recording,
            CancelledDaysBatch cancelled,
            Sessions sessions,
            Projects projects,
            CaseLetters letters,
            AuditTrail audit,
            Deadlines deadlines,
            ApplicationEventPublisher events) {
        this.recording = recording;
        this.cancelled = cancelled;
        this.sessions = sessions;
        this.projects = projects;
        this.letters = letters;
        this.audit = audit;
        this.deadlines = deadlines;
        this.events = events;
    }

    /**
     * Cancels the day for one person.
     *
     * @param version the version the session was read at
     * @throws uk.gov.justice.probation.devolution.refusal.Refusal as when an outcome is recorded
     */
    @Transactional
    public void cancel(long sessionId, int version, Reason reason, Colleague by) {
        Session session = recording.record(
                sessionId,
                new Outcome(
                        RESCHEDULED_BY_SERVICE,
                        null,
                        null,
                        0,
                        null,
                        null,
                        null,
                        sessions.get(sessionId).sensitive(),
                        false,
                        false,
                        version),
                by);
        cancelled.cancel(session.projectCode(), session.on(), by.userName());
        letters.write(new CaseLetterRequest(
                "session-cancelled-%d-%d".formatted(sessionId, version),
                CaseTemplate.SESSION_CANCELLED,
                sessions.whose(sessionId).caseId(),
                Map.of(
                        "projectName",
                        projects.hours(session.projectCode()).name(),
                        "on",
                        Deadlines.inWords(session.on()),
                        "because",
                        reason.inLetter)));
        events.publishEvent(new OutcomesToSettle(List.of(sessionId)));
    }

    /**
     * A day that was cancelled takes place after all: people are planned on it again from now on. Whoever was planned
     * on other days stays there.
     *
     * @throws NotPossibleNow with a sentence if it is not to come, or was not cancelled
     */
    @Transactional
    public void open(String project, LocalDate on, Colleague by) {
        if (!on.isAfter(deadlines.today()))
            throw new NotPossibleNow("Only a day that is still to come can be opened again.");
        if (!cancelled.open(project, on))
            throw new NotPossibleNow("%s is not cancelled.".formatted(Deadlines.inWords(on)));
        audit.record(
                by.userName(),
                "DAY_OPENED_AGAIN",
                "project/" + project,
                projects.get(project).regionCode(),
                Map.of("on", on.toString()));
    }
}
