package uk.gov.justice.probation.devolution.handover;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.handover.Decisions.Decision;
import uk.gov.justice.probation.devolution.handover.Decisions.Step;
import uk.gov.justice.probation.devolution.refusal.NotPossibleNow;
import uk.gov.justice.probation.devolution.security.Colleague;
import uk.gov.justice.probation.devolution.security.NotAllowedException;
import uk.gov.justice.probation.devolution.security.Role;

/**
 * Cases that changed since the inventory and stayed. The data lead decides about each, on our page and never in the
 * engine: try again, or leave it with a reason.
 */
@Service
public class TransferExceptions {

    /**
     * A case that stayed. {@code decision} and {@code reason} are null until somebody decides.
     *
     * @param since what has changed; null for whoever may not see it
     */
    public record OpenException(
            long itemId,
            String crn,
            int eventNumber,
            String service,
            boolean limitedAccess,
            String decision,
            String reason,
            SinceInventory since) {}

    /** {@code decision} is RETRY or LEAVE; LEAVE needs a reason. */
    public record ItemDecision(long itemId, String decision, String reason) {}

    /** RETRY, ACCEPTED, CALL_OFF, or UNDECIDED with the number of cases still to be decided. */
    public record ExceptionsOutcome(String outcome, int undecided) {}

    /** What may be decided on a case: it is tried again, or stays. */
    static final String RETRY = "RETRY";

    static final String LEAVE = "LEAVE";

    private static final int NOTE = 2000;

    private final HandoverRepository handovers;
    private final ExceptionBatch exceptions;
    private final ItemBatch items;
    private final Decisions decisions;
    private final AuditTrail audit;

    TransferExceptions(
            HandoverRepository handovers,
            ExceptionBatch exceptions,
            ItemBatch items,
            Decisions decisions,
            AuditTrail audit) {
        this.handovers = handovers;
        this.exceptions = exceptions;
        this.items = items;
        this.decisions = decisions;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<OpenException> open(long handoverId) {
        return exceptions.open(handoverId);
    }

    /** What files changed since the inventory, by item; nothing of limited-access cases. */
    @Transactional(readOnly = true)
    public Map<Long, List<CaseChange>> changes(List<OpenException> items) {
        return exceptions.changes(items.stream().map(OpenException::itemId).toList());
    }

    /**
     * Saves all of the decisions or none.
     *
     * @throws NotAllowedException if the colleague is not the region's data lead
     * @throws NotPossibleNow naming the first decision that cannot be accepted, and why
     */
    @Transactional
    public void decide(long handoverId, List<ItemDecision> taken, Colleague by) {
        Handover handover = handovers.lock(handoverId);
        if (!by.holds(Role.DATA_LEAD, handover.regionCode()))
            throw new NotAllowedException(
                    "Only the data lead of %s decides on these cases".formatted(handover.regionCode()));
        taken.forEach(decision -> decide(handover, decision));
        audit.record(
                by.userName(),
                "EXCEPTIONS_DECIDED",
                handover.subject(),
                handover.regionCode(),
                Map.of(
                        "retry",
                        count(taken, RETRY),
                        "leave",
                        count(taken, LEAVE),
                        "firstItem",
                        taken.isEmpty() ? 0 : taken.getFirst().itemId()));
    }

    /** Applies what was decided once the task is completed. */
    @Transactional
    public ExceptionsOutcome complete(long handoverId, String answer, String note, TaskAnswer by) {
        Handover handover = handovers.lock(handoverId);
        String before = decisions.outcomeOf(by).orElse(null);
        if (before != null) return new ExceptionsOutcome(before, items.undecided(handoverId));
        by.mustHold(Role.DATA_LEAD, handover.regionCode(), "decide on the cases that were left behind");
        boolean calledOff = new Entered("What you want to do", answer)
                .oneOf("DECIDED", "CALL_OFF")
                .equals("CALL_OFF");
        Entered reason = new Entered("The reason why it is called off", note);
        String kept = calledOff ? reason.required(NOTE) : reason.atMost(NOTE);
        int undecided = items.undecided(handoverId);
        String outcome = calledOff
                ? "CALL_OFF"
                : undecided > 0 ? "UNDECIDED" : exceptions.apply(handoverId) > 0 ? "RETRY" : "ACCEPTED";
        if (outcome.equals("ACCEPTED")) handover.exceptionsAccepted();
        decisions.record(handover, by, Decision.of(Step.EXCEPTIONS, outcome, kept));
        return new ExceptionsOutcome(outcome, undecided);
    }

    private void decide(Handover handover, ItemDecision decision) {
        boolean retry = decision.decision().equals(RETRY);
        if (!retry && !decision.decision().equals(LEAVE))
            throw refused(handover, decision, "choose to try again or to leave it");
        if (!retry && (decision.reason() == null || decision.reason().isBlank()))
            throw refused(handover, decision, "leaving it needs a reason");
        if (retry && !exceptions.isStillHeld(decision.itemId())) {
            throw refused(handover, decision, "the unit it would move from no longer holds it. Leave it with a reason");
        }
        boolean waited = exceptions.decide(
                handover.id(),
                decision.itemId(),
                decision.decision(),
                retry ? null : decision.reason().strip());
        if (!waited) throw refused(handover, decision, "it no longer needs a decision. Load the page again");
    }

    private NotPossibleNow refused(Handover handover, ItemDecision decision, String why) {
        String crn = exceptions.crn(handover.id(), decision.itemId()).orElse("A case that is not in this handover");
        return new NotPossibleNow("%s: %s".formatted(crn, why));
    }

    private static long count(List<ItemDecision> taken, String decision) {
        return taken.stream().filter(d -> d.decision().equals(decision)).count();
    }
}
