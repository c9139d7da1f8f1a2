package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases;
import uk.gov.justice.probation.devolution.caseload.MessagesAboutCases.CaseMessage;
import uk.gov.justice.probation.devolution.letters.CaseTemplate;
import uk.gov.justice.probation.devolution.unpaidwork.enforcement.EnforcementSteps.Locked;
import uk.gov.justice.probation.devolution.unpaidwork.session.PlanningSessions;
import uk.gov.justice.probation.devolution.unpaidwork.session.RewardingAttendance;

/** Withdraws a failure and the letter about it. It no longer counts. */
@Component
class WithdrawingFailures {
    private final Enforcements enforcements;
    private final EnforcementSteps steps;
    private final EnforcementActions actions;
    private final EnforcementLetters letters;
    private final RewardingAttendance attendance;
    private final PlanningSessions planning;
    private final MessagesAboutCases messages;
    private final Clock clock;

    WithdrawingFailures(
            Enforcements enforcements,
            EnforcementSteps steps,
            EnforcementActions actions,
            EnforcementLetters letters,
            RewardingAttendance attendance,
            PlanningSessions planning,
            MessagesAboutCases messages,
            Clock clock) {
        this.enforcements = enforcements;
        this.steps = steps;
        this.actions = actions;
        this.letters = letters;
        this.attendance = attendance;
        this.planning = planning;
        this.messages = messages;
        this.clock = clock;
    }

    void withdraw(Locked locked, String by) {
        locked.enforcement().letter().ifPresent(written -> {
            actions.take(locked, ActionCodes.LETTER_WITHDRAWN, by);
            letters.withdraw(locked.enforcement(), written);
            letters.write(locked, CaseTemplate.WITHDRAWAL, Map.of());
            actions.take(locked, ActionCodes.WITHDRAWAL_CONFIRMED, by);
        });
        locked.enforcement().withdraw(locked.probationCase().id(), clock.instant());
        steps.closed(locked);
        if (attendance.recount(locked.order())) planning.plan(locked.order());
        tellOfLaterBreaches(locked);
    }

    /** A later failure may be a breach only because this one counted, so its practitioner is asked to review it. */
    private void tellOfLaterBreaches(Locked withdrawn) {
        for (Enforcement later : enforcements.ofOrder(withdrawn.order().id())) {
            if (!later.mayRestOn(withdrawn.enforcement())) continue;
            messages.send(
                    withdrawn.probationCase(),
                    Enforcing.practitioners(withdrawn.probationCase()),
                    CaseMessage.news(
                            "breach-again-%d-%d"
                                    .formatted(
                                            later.id(), withdrawn.enforcement().id()),
                            withdrawn.probationCase(),
                            later.subject(),
                            "Check the breach of CRN %s again"
                                    .formatted(withdrawn.probationCase().crn()),
                            "A failure before it no longer counts: a good reason was accepted, or its outcome was corrected. Check whether the order is still in breach before you send the pack.",
                            "the page of enforcement %d".formatted(later.id())));
        }
    }
}
