package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.order.Order;
import uk.gov.justice.probation.devolution.unpaidwork.order.TwelveMonths;

/**
 * The automated steps of an enforcement: warning, breach and withdrawal. Each takes effect once; a second delivery
 * changes nothing. An enforcement that has been stopped or closed in the meantime stays so.
 */
@Service
public class Enforcing {
    private static final String SYSTEM = "system";

    /** @param failures unacceptable failures in the twelve months up to and including this one */
    public record Count(boolean reasonAccepted, boolean verySerious, int failures) {}

    private final Enforcements enforcements;
    private final EnforcementSteps steps;
    private final EnforcementActions actions;
    private final EnforcementLetters letters;
    private final EnforcementRule rule;
    private final WithdrawingFailures withdrawing;
    private final Deadlines deadlines;
    private final Clock clock;

    Enforcing(
            Enforcements enforcements,
            EnforcementSteps steps,
            EnforcementActions actions,
            EnforcementLetters letters,
            EnforcementRule rule,
            WithdrawingFailures withdrawing,
            Deadlines deadlines,
            Clock clock) {
        this.enforcements = enforcements;
        this.steps = steps;
        this.actions = actions;
        this.letters = letters;
        this.rule = rule;
        this.withdrawing = withdrawing;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Transactional
    public Count count(long enforcementId) {
        return count(steps.lock(enforcementId));
    }

    /** What follows from the failure, given the present facts. */
    @Transactional
    public EnforcementStep step(long enforcementId) {
        return rule.of(count(steps.lock(enforcementId)));
    }

    private Count count(Locked locked) {
        Enforcement enforcement = locked.enforcement();
        return new Count(
                enforcement.acceptedReason(), enforcement.verySerious(), failures(enforcement, locked.order()));
    }

    /** Unacceptable failures in the twelve months up to and including this one. */
    int failures(Enforcement enforcement, Order order) {
        return FailuresInTwelveMonths.upTo(
                enforcement.failedOn(),
                enforcements.failuresUpTo(enforcement.id()),
                order.warningsImported(),
                order.importedOn());
    }

    /** The reason was good: nothing follows. */
    @Transactional
    public void takeNoAction(long enforcementId) {
        Locked locked = steps.lock(enforcementId);
        if (locked.enforcement().state() != EnforcementState.EVIDENCE) return;
        actions.take(locked, ActionCodes.NO_FURTHER_ACTION, SYSTEM);
        locked.enforcement().takeNoAction(locked.probationCase().id(), clock.instant());
        steps.closed(locked);
    }

    /**
     * Writes the warning letter: the order's first, or its second if it has had one that still counts. A breach
     * reviewed because an earlier failure no longer counts becomes a warning.
     *
     * @return the date by which the person can reply
     */
    @Transactional
    public Instant warn(long enforcementId) {
        Locked locked = steps.lock(enforcementId);
        Enforcement enforcement = locked.enforcement();
        if (isOvertaken(enforcement)) return clock.instant();
        if (enforcement.state() == EnforcementState.BREACH) letters.withdraw(enforcement, CaseTemplate.BREACH);
        enforcement.warn();
        WhichWarning which = WhichWarning.of(enforcementId, enforcements.warnings(enforcementId));
        Instant until = actions.take(locked, which.code(), SYSTEM);
        letters.write(
                locked,
                CaseTemplate.WARNING,
                Map.of(
                        "replyBy",
                        Deadlines.inWords(deadlines.day(until)),
                        "which",
                        which.inWords(),
                        "again",
                        EnforcementRule.yetToHappen(() -> failures(enforcement, locked.order())),
                        "within",
                        TwelveMonths.IN_WORDS));
        return until;
    }

    /** Nobody replied in time, so the failure counts. */
    @Transactional
    public void closeWarning(long enforcementId) {
        Locked locked = steps.lock(enforcementId);
        Enforcement enforcement = locked.enforcement();
        if (enforcement.state() != EnforcementState.WARNED) return;
        if (isOvertaken(enforcement)) {
            withdrawing.withdraw(locked, SYSTEM);
        } else {
            enforcement.closeWarning(locked.probationCase().id(), clock.instant());
            steps.closed(locked);
        }
    }

    /**
     * Writes the breach letter and requests the breach, at once if the failure is very serious.
     *
     * @return the date by which the breach pack must be sent
     */
    @Transactional
    public Instant prepareBreach(long enforcementId) {
        Locked locked = steps.lock(enforcementId);
        boolean atOnce = rule.of(count(locked)) == EnforcementStep.BREACH_AT_ONCE;
        return prepareBreach(locked, atOnce ? EnforcementStep.BREACH_AT_ONCE : EnforcementStep.BREACH);
    }

    @Transactional
    Instant prepareBreach(long enforcementId, EnforcementStep step) {
        return prepareBreach(steps.lock(enforcementId), step);
    }

    private Instant prepareBreach(Locked locked, EnforcementStep step) {
        if (isOvertaken(locked.enforcement())) return clock.instant();
        locked.enforcement().prepareBreach(step);
        boolean atOnce = step == EnforcementStep.BREACH_AT_ONCE;
        Instant until = actions.take(locked, ActionCodes.BREACH_LETTER, SYSTEM);
        actions.take(locked, atOnce ? "IMB" : "BRE01", SYSTEM);
        letters.write(
                locked,
                CaseTemplate.BREACH,
                Map.of(
                        "because",
                        atOnce
                                ? "We believe that this failure was very serious."
                                : "This was not your first failure in %s without an acceptable reason."
                                        .formatted(TwelveMonths.IN_WORDS)));
        return until;
    }

    /** A good reason was accepted: letters are withdrawn and the failure no longer counts. */
    @Transactional
    public void withdraw(long enforcementId) {
        Locked locked = steps.lock(enforcementId);
        if (locked.enforcement().state().open()) withdrawing.withdraw(locked, SYSTEM);
    }

    private boolean isOvertaken(Enforcement enforcement) {
        boolean overtaken = enforcement.isOvertaken();
        enforcements.save(enforcement);
        return overtaken;
    }

    static String practitioners(ProbationCase probationCase) {
        return probationCase.group(probationCase.practitionerRole());
    }
}
