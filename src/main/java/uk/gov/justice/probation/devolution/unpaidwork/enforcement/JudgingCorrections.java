package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.refusal.BrokenRule;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.session.CorrectingSessions.Corrected;
import uk.gov.justice.probation.devolution.unpaidwork.session.Session;

/**
 * When the outcome of a session is corrected, starts the enforcement of a failure that was overlooked, or withdraws one
 * that was not a failure.
 */
@Component
class JudgingCorrections {
    private final Enforcements enforcements;
    private final EnforcementSteps steps;
    private final OpeningEnforcements opening;
    private final JudgingReasons judging;
    private final MessagesAboutCases messages;

    JudgingCorrections(
            Enforcements enforcements,
            EnforcementSteps steps,
            OpeningEnforcements opening,
            JudgingReasons judging,
            MessagesAboutCases messages) {
        this.enforcements = enforcements;
        this.steps = steps;
        this.opening = opening;
        this.judging = judging;
        this.messages = messages;
    }

    /**
     * @return whether it was a failure and no longer is one, or the reverse
     * @throws BreaksRules if it is too late for the correction
     */
    boolean judgeAgain(Session session, Corrected corrected, Colleague by) {
        Optional<Enforcement> known = enforcements.ofSession(session.id());
        boolean enforceable = corrected.code().enforceable();
        if (known.isEmpty()) {
            if (enforceable) opening.begin(session);
            return enforceable;
        }
        Locked locked = steps.lock(known.get().id());
        if (!enforceable) return judging.takeBack(locked, by);
        Enforcement failure = locked.enforcement();
        if (!failure.counts() && !corrected.was().enforces())
            throw refused(
                    "outcomeCode",
                    "was a failure that was corrected: it cannot become a failure again. Tell the practitioner");
        if (failure.verySerious() != session.verySerious())
            throw refused("verySerious", "can no longer be changed: the enforcement has begun. Tell the practitioner");
        return false;
    }

    void tellThePractitioner(Session session, ProbationCase probationCase) {
        messages.send(
                probationCase,
                Enforcing.practitioners(probationCase),
                CaseMessage.news(
                        "outcome-corrected-%d-%d".formatted(session.id(), session.version()),
                        probationCase,
                        session.subject(),
                        "The outcome of a session of CRN %s was corrected".formatted(probationCase.crn()),
                        session.meaning().enforces()
                                ? "It is a failure now, and its enforcement has started."
                                : "It is no longer a failure: its enforcement is withdrawn.",
                        "the page of session %d".formatted(session.id())));
    }

    private static BreaksRules refused(String field, String reason) {
        return new BreaksRules(List.of(new BrokenRule(field, reason)));
    }
}
