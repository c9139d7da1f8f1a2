package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.calendar.Deadlines;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.handover.ReadinessRules.Readiness;
import uk.gov.justice.probation.devolution.refusal.BreaksRules;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Go, hold or cancel: decided by the region's head of operations, or by its RPD if readiness says ESCALATE. The
 * decision is recorded with who made it and the readiness it was based on.
 */
@Service
public class Deciding {

    /**
     * What was entered in the decision form.
     *
     * @param date for GO, when to move; for HOLD, the new planned date
     * @param canBeTakenBack whether the process listens for the message that takes go back
     */
    public record Proposal(String decision, LocalDate date, String note, boolean canBeTakenBack) {}

    private static final int NOTE = 2000;

    private final HandoverRepository handovers;
    private final AssessingReadiness assessing;
    private final Decisions decisions;
    private final ItemBatch items;
    private final Deadlines deadlines;
    private final Clock clock;

    Deciding(
            HandoverRepository handovers,
            AssessingReadiness assessing,
            Decisions decisions,
            ItemBatch items,
            Deadlines deadlines,
            Clock clock) {
        this.handovers = handovers;
        this.assessing = assessing;
        this.decisions = decisions;
        this.items = items;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Records the decision. Readiness is assessed again first, because it determines who decides and what can be
     * decided.
     *
     * @return the planned date as it is now
     * @throws BreaksRules if the decision cannot be accepted
     */
    @Transactional
    public LocalDate decide(long handoverId, Proposal proposal, TaskAnswer by) {
        Handover handover = handovers.lock(handoverId);
        if (decisions.outcomeOf(by).isPresent()) return handover.plannedDate();
        Readiness readiness = assessing.assess(handover);
        by.mustHold(
                readiness.escalated() ? Role.RPD : Role.HEAD_OF_OPERATIONS,
                handover.regionCode(),
                "decide whether the handover goes ahead");
        new Entered("The note", proposal.note()).atMost(NOTE);
        decisions.record(handover, by, handover.decide(proposal, readiness, by.taskInstance(), deadlines));
        return handover.plannedDate();
    }

    /** The planned date if go is possible on it; otherwise empty, and another day has to be chosen. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> proposedDate(long handoverId) {
        Handover handover = handovers.get(handoverId);
        return Optional.of(handover.plannedDate())
                .filter(planned ->
                        DecisionPolicy.noMove(handover, planned, deadlines).isEmpty());
    }

    @Transactional
    public void cancel(long handoverId) {
        handovers.lock(handoverId).cancelled(clock.instant());
        items.release(handoverId);
    }
}
