package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.handover.Decisions.Decision;
import uk.gov.justice.probation.devolution.handover.Decisions.Step;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * The last steps of a handover: both owners sign, then hypercare, review and closing; or the handover is called off and
 * everything is as it was before.
 */
@Service
public class EndingHandovers {
    private static final int NOTE = 2000;

    private final HandoverRepository handovers;
    private final Decisions decisions;
    private final ItemBatch items;
    private final Queues queues;
    private final SiteMoves siteMoves;
    private final Units units;
    private final Notifications notifications;
    private final Clock clock;

    EndingHandovers(
            HandoverRepository handovers,
            Decisions decisions,
            ItemBatch items,
            Queues queues,
            SiteMoves siteMoves,
            Units units,
            Notifications notifications,
            Clock clock) {
        this.handovers = handovers;
        this.decisions = decisions;
        this.items = items;
        this.queues = queues;
        this.siteMoves = siteMoves;
        this.units = units;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** @param signature SIGN, or CALL_OFF with a reason */
    @Transactional
    public void signReleasing(long handoverId, String signature, String note, TaskAnswer by) {
        record(handoverId, by, handover -> {
            units.mustOwn(handover.fromUnits(), by, "sign for the releasing unit");
            return signed(Step.SIGN_RELEASING, signature, note);
        });
    }

    /** @param signature SIGN, or CALL_OFF with a reason */
    @Transactional
    public void signReceiving(long handoverId, String signature, String note, TaskAnswer by) {
        record(handoverId, by, handover -> {
            units.mustOwn(List.of(handover.toUnit()), by, "sign for the receiving unit");
            return signed(Step.SIGN_RECEIVING, signature, note);
        });
    }

    private static Decision signed(Step step, String signature, String note) {
        Entered reason = new Entered("The reason why it is called off", note);
        String signed = new Entered("Whether you sign", signature).oneOf("SIGN", "CALL_OFF");
        return Decision.of(step, signed, signed.equals("SIGN") ? reason.atMost(NOTE) : reason.required(NOTE));
    }

    @Transactional
    public void completeTransfer(long handoverId) {
        Handover handover = handovers.lock(handoverId);
        if (handover.transferred(clock.instant())) queues.signed(handoverId);
    }

    @Transactional
    public void review(long handoverId, String outcome, String note, TaskAnswer by) {
        record(handoverId, by, handover -> {
            by.mustHold(Role.HEAD_OF_OPERATIONS, handover.regionCode(), "review the handover");
            String found = new Entered("What you find", outcome).oneOf("STABLE", "STABLE_WITH_ACTIONS");
            Entered actions = new Entered("Which actions are still to do", note);
            return Decision.of(
                    Step.REVIEW, found, found.equals("STABLE") ? actions.atMost(NOTE) : actions.required(NOTE));
        });
    }

    @Transactional
    public void noteOverdue(long handoverId, String note, TaskAnswer by) {
        record(handoverId, by, handover -> {
            by.mustHold(Role.RPD, handover.regionCode(), "note what is done about the delay");
            return Decision.of(Step.OVERDUE, "NOTED", new Entered("What is being done about it", note).required(NOTE));
        });
    }

    @Transactional
    public void close(long handoverId) {
        end(handoverId, HandoverState.CLOSED, "%s is closed: %d cases moved, %d left with a reason.");
    }

    @Transactional
    public void calledOff(long handoverId) {
        items.release(handoverId);
        end(
                handoverId,
                HandoverState.CALLED_OFF,
                "%s was called off. Every case that had moved is back; %d could not be brought back because they had moved on, %d had not moved.");
    }

    private void end(long handoverId, HandoverState end, String told) {
        Handover handover = handovers.lock(handoverId);
        if (!handover.ends(end, clock.instant())) return;
        handovers.save(handover);
        queues.unfreeze(handoverId);
        if (handover.kind() == HandoverKind.SITE_MOVE) siteMoves.ended(handover);
        for (String group : units.concernedBy(handover)) {
            notifications.send(
                    "ended-%d-%s".formatted(handoverId, group),
                    group,
                    "%s: %s".formatted(handover.planRowId(), end.label().toLowerCase(Locale.ROOT)),
                    told.formatted(handover.planRowId(), handover.moved(), handover.leftBehind()),
                    handover.subject());
        }
    }

    private void record(long handoverId, TaskAnswer by, Function<Handover, Decision> decided) {
        Handover handover = handovers.lock(handoverId);
        if (decisions.outcomeOf(by).isEmpty()) decisions.record(handover, by, decided.apply(handover));
    }
}
