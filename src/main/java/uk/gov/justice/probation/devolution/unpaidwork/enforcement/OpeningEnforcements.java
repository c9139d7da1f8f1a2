package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskSubject;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;
import uk.gov.justice.probation.devolution.unpaidwork.session.Sessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.SettlingOutcomes;

/** Begins the enforcement of a failure, once, and holds it for evidence if the failure was not explained. */
@Service
public class OpeningEnforcements {
    private static final String SYSTEM = "system";
    private static final String EVIDENCE = "EA12";

    private final Enforcements enforcements;
    private final EnforcementSteps steps;
    private final EnforcementActions actions;
    private final Sessions sessions;
    private final SettlingOutcomes settling;
    private final TaskSubjects subjects;
    private final Clock clock;

    OpeningEnforcements(
            Enforcements enforcements,
            EnforcementSteps steps,
            EnforcementActions actions,
            Sessions sessions,
            SettlingOutcomes settling,
            TaskSubjects subjects,
            Clock clock) {
        this.enforcements = enforcements;
        this.steps = steps;
        this.actions = actions;
        this.sessions = sessions;
        this.settling = settling;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** @param until when the evidence is due; null if there is nothing to wait for */
    public record OpenedEnforcement(boolean hold, Instant until) {}

    /**
     * Settles a session whose outcome is a failure, and begins its enforcement: the order's process is informed, and
     * the missed time is planned again.
     *
     * @return the enforcement's id
     */
    @Transactional
    public long start(long sessionId) {
        Session session = settling.settle(sessionId);
        return enforcements.ofSession(sessionId).orElseGet(() -> begin(session)).id();
    }

    /** Begins the enforcement of a failure that has none. Its order is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    Enforcement begin(Session failed) {
        Enforcement enforcement = enforcements.save(new Enforcement(failed, clock.instant()));
        enforcement.begin();
        enforcements.save(enforcement);
        steps.audit(
                steps.begun(enforcement),
                SYSTEM,
                "ENFORCEMENT_STARTED",
                Map.of("enforcement", enforcement.id(), "session", failed.id()));
        return enforcement;
    }

    /**
     * Records that the process instance is about this enforcement, and opens it.
     *
     * @throws CannotSucceedException if there is no such enforcement
     */
    @Transactional
    public OpenedEnforcement open(long enforcementId, long processInstanceKey) {
        if (enforcements.findOrderId(enforcementId).isEmpty()) {
            throw new CannotSucceedException(
                    "There is no enforcement with the number %d: nothing of ours began this. Cancel it."
                            .formatted(enforcementId));
        }
        Locked locked = steps.lock(enforcementId);
        subjects.note(
                processInstanceKey,
                new TaskSubject(
                        "enforcementId",
                        enforcementId,
                        locked.enforcement().subject(),
                        locked.probationCase().regionCode()));
        return open(locked);
    }

    @Transactional
    OpenedEnforcement open(long enforcementId) {
        return open(steps.lock(enforcementId));
    }

    private OpenedEnforcement open(Locked locked) {
        boolean explained = sessions.get(locked.enforcement().sessionId()).explained();
        return locked.enforcement().isHeld(explained)
                ? new OpenedEnforcement(true, actions.take(locked, EVIDENCE, SYSTEM))
                : new OpenedEnforcement(false, null);
    }
}
