package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.handover.Decisions.Decision;
import uk.gov.justice.probation.devolution.handover.Decisions.Step;
import uk.gov.justice.probation.devolution.notification.Notifications;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.Role;
import uk.gov.justice.probation.devolution.security.TaskGroup;

/**
 * Takes back a decision to go until the day of the move begins; then the decision is made again. The database decides
 * whether go still holds. The process is informed, and asks again before anything moves (ADR 0059).
 */
@Service
public class TakingBackGo {
    private static final int NOTE = 2000;

    private final HandoverRepository handovers;
    private final Decisions decisions;
    private final FrozenQueueBatch frozen;
    private final Units units;
    private final Notifications notifications;
    private final Deadlines deadlines;

    TakingBackGo(
            HandoverRepository handovers,
            Decisions decisions,
            FrozenQueueBatch frozen,
            Units units,
            Notifications notifications,
            Deadlines deadlines) {
        this.handovers = handovers;
        this.decisions = decisions;
        this.frozen = frozen;
        this.units = units;
        this.notifications = notifications;
        this.deadlines = deadlines;
    }

    /** Whether the colleague may decide on the region's handovers, or on escalated ones. */
    public boolean isFor(Colleague colleague, String regionCode) {
        return colleague.holds(Role.HEAD_OF_OPERATIONS, regionCode) || colleague.holds(Role.RPD, regionCode);
    }

    /** Why it cannot be taken back, as a sentence; empty if it can. */
    @Transactional(readOnly = true)
    public Optional<String> whyNot(long handoverId) {
        return whyNot(handovers.get(handoverId));
    }

    /** @throws BreaksRules if the reason is missing, or it is too late */
    @Transactional
    public void takeBack(long handoverId, String reason, Colleague by) {
        Handover handover = handovers.lock(handoverId);
        String slug = handover.regionCode().toLowerCase(Locale.ROOT);
        by.mustBeInOneOf(
                List.of(
                        TaskGroup.of(Role.HEAD_OF_OPERATIONS, slug).name(),
                        TaskGroup.of(Role.RPD, slug).name()),
                "take back the decision to go on %s".formatted(handover.planRowId()));
        String why = new Entered("Why the decision is taken back", reason).required(NOTE);
        long go = handover.takeBackGo(deadlines.today(), frozen.hasFrozen(handover.id()));
        decisions.record(handover, by, Decision.of(Step.DECISION, "TAKEN_BACK", why));
        tell(handover, go, why);
        handovers.save(handover);
    }

    /**
     * Whether go still holds on its day. If it was taken back in the meantime, the decision is made again and nothing
     * moves.
     */
    @Transactional
    public boolean stands(long handoverId) {
        return handovers.lock(handoverId).state() == HandoverState.SCHEDULED;
    }

    /** The key by which the process waits for its own go, and no other, to be taken back. */
    public static String goKey(long handoverId, long goTask) {
        return handoverId + "-" + goTask;
    }

    private Optional<String> whyNot(Handover handover) {
        return handover.whyGoStays(deadlines.today(), frozen.hasFrozen(handover.id()));
    }

    /** Also informs the Regional Probation Director, who may have decided it. */
    private void tell(Handover handover, long go, String why) {
        Stream<String> told = Stream.concat(
                        units.concernedBy(handover).stream(),
                        Stream.of(TaskGroup.of(Role.RPD, handover.regionCode()).name()))
                .distinct();
        for (String group : told.toList()) {
            notifications.send(
                    "taken-back-%d-%s".formatted(go, group),
                    group,
                    "%s does not move on %s".formatted(handover.planRowId(), Deadlines.inWords(handover.plannedDate())),
                    "The decision to go was taken back: %s A new decision will be made. Nothing has moved, and no queue is frozen."
                            .formatted(why.endsWith(".") ? why : why + "."),
                    handover.subject());
        }
    }
}
