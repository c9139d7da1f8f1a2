package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.DayRule;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.calendar.EnteredDay;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.caseload.CaseAccess;
import uk.gov.justice.probation.devolution.caseload.CaseComponents;
import uk.gov.justice.probation.devolution.caseload.ProbationCase;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementSteps.Locked;

/**
 * Records the answer about a breach pack from those who manage the sentence: it was sent to the court, or it is not a
 * breach. A second answer changes nothing.
 */
@Service
public class AnsweringBreachPacks {
    private static final EnteredDay PACK_SENT_ON =
            EnteredDay.required("the day on which the pack was sent", DayRule.happened());

    private final EnforcementSteps steps;
    private final EnforcementActions actions;
    private final WithdrawingFailures withdrawing;
    private final CaseAccess access;
    private final Deadlines deadlines;
    private final CaseComponents components;
    private final Clock clock;

    AnsweringBreachPacks(
            EnforcementSteps steps,
            EnforcementActions actions,
            WithdrawingFailures withdrawing,
            CaseAccess access,
            Deadlines deadlines,
            CaseComponents components,
            Clock clock) {
        this.steps = steps;
        this.actions = actions;
        this.withdrawing = withdrawing;
        this.access = access;
        this.deadlines = deadlines;
        this.components = components;
        this.clock = clock;
    }

    /**
     * Records that the pack was sent to the court, or that it is not a breach.
     *
     * @param decision SENT or NOT_BREACHED
     * @throws NotAllowedException if they do not manage the sentence, or may not see the case
     * @throws BreaksRules if the answer cannot be accepted
     */
    @Transactional
    public void answer(long enforcementId, String decision, LocalDate packSentOn, TaskAnswer by) {
        Locked locked = steps.lock(enforcementId);
        ProbationCase probationCase = locked.probationCase();
        Enforcement enforcement = locked.enforcement();
        Role role = probationCase.practitionerRole();
        access.mustWorkOn(probationCase, by.colleague(), role);
        by.mustHold(role, probationCase.regionSlug(), "answer for the breach pack of CRN " + probationCase.crn());
        if (enforcement.state() != EnforcementState.BREACH) return;
        boolean sent = "SENT".equals(decision);
        if (!sent && !"NOT_BREACHED".equals(decision))
            throw new BreaksRules("Choose whether the pack was sent or there is no breach.");
        enforcement.mustBeExplained(sent);
        if (!sent) {
            withdrawing.withdraw(locked, by.by());
            return;
        }
        PACK_SENT_ON
                .and(DayRule.notBefore(enforcement.failedOn(), "the day of the failure"))
                .problem(packSentOn, deadlines)
                .ifPresent(impossible -> {
                    throw new BreaksRules(impossible);
                });
        actions.take(locked, "BRE02", by.by());
        components.addBreach(
                probationCase.id(), "ENF-" + enforcementId, "Breach of the unpaid work requirement", packSentOn);
        enforcement.breach(probationCase.id(), clock.instant());
        steps.closed(locked);
    }
}
