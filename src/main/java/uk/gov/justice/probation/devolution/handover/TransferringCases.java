package uk.gov.justice.probation.devolution.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.audit.AuditTrail;
import uk.gov.justice.probation.devolution.calendar.Utc;
import uk.gov.justice.probation.devolution.camunda.CannotSucceedException;
import uk.gov.justice.probation.devolution.camunda.TaskSubjects;

/**
 * Moves cases between units in set-based batches, each in one transaction and each case at most once, even if a step is
 * delivered twice or interrupted: the mark that a batch is done is committed with its effect, and the database allows a
 * case one open row per service. A case changed since the inventory stays where it is.
 */
@Service
public class TransferringCases {

    /** The batches of a round that the engine works through. */
    public record Batches(int round, List<Integer> numbers) {}

    /** How many cases a batch moved, and how many it left because they had changed. */
    public record Moved(int moved, int changed) {}

    /** The balance after a transfer: {@code inScope = moved + left}, of which {@code undecided} wait for a decision. */
    public record Balance(int inScope, int moved, int left, int undecided) {}

    private final HandoverRepository handovers;
    private final TransferBatch batches;
    private final ItemBatch items;
    private final Queues queues;
    private final TaskSubjects subjects;
    private final HandoverSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    TransferringCases(
            HandoverRepository handovers,
            TransferBatch batches,
            ItemBatch items,
            Queues queues,
            TaskSubjects subjects,
            HandoverSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.handovers = handovers;
        this.batches = batches;
        this.items = items;
        this.queues = queues;
        this.subjects = subjects;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The first step of a transfer: freezes the queues.
     *
     * @throws CannotSucceedException if the handover must not move now, whoever started its transfer
     */
    @Transactional
    public void begin(long handoverId, long processInstanceKey) {
        Handover handover = handovers.lock(handoverId);
        handover.mustMoveOn(LocalDate.now(clock));
        subjects.note(processInstanceKey, handover.asTaskSubject());
        queues.freeze(handoverId);
    }

    /** Divides what is in scope into batches. While batches of a round are not done, the same round is returned. */
    @Transactional
    public Batches plan(long handoverId) {
        Handover handover = handovers.lock(handoverId);
        handover.moves();
        if (batches.allDone(handoverId, handover.round()))
            batches.cut(handoverId, handover.nextRound(), settings.batchSize());
        return new Batches(handover.round(), batches.numbers(handoverId, handover.round()));
    }

    @Transactional
    public Moved transfer(long handoverId, int round, int batch) {
        Handover handover = handovers.get(handoverId);
        return batches.move(handover, round, batch, now());
    }

    /**
     * Checks that in scope = moved + left and that nothing else changed hands.
     *
     * @throws CannotSucceedException with the figures if they do not add up
     */
    @Transactional
    public Balance reconcile(long handoverId) {
        Handover handover = handovers.lock(handoverId);
        ItemBatch.Counts counts = items.count(handoverId);
        int inScope = counts.all();
        int moved = counts.of(ItemState.MOVED);
        int left = counts.of(ItemState.CHANGED) + counts.of(ItemState.LEFT);
        require(
                inScope == moved + left,
                handover,
                "%d in scope, but %d moved and %d left".formatted(inScope, moved, left));
        int done = batches.moved(handoverId);
        require(done == moved, handover, "%d moved, but %d were moved by their batches".formatted(moved, done));
        int ended = batches.givenUp(handoverId);
        int begun = batches.takenOn(handoverId);
        require(
                ended == moved && begun == moved,
                handover,
                "%d moved, but %d left their unit and %d reached the new one".formatted(moved, ended, begun));
        int astray = batches.movedAstray(handover);
        require(astray == 0, handover, "%d moved cases are not with %s".formatted(astray, handover.toUnit()));
        int outside = batches.changedHandsOutside(handoverId);
        require(
                outside == 0,
                handover,
                "%d cases of the frozen queues changed hands outside any handover".formatted(outside));
        int undecided = items.undecided(handoverId);
        handover.reconciled(moved, left, undecided);
        audit.recordOnce(
                "reconciled-%d-%d".formatted(handoverId, handover.round()),
                "system",
                "RECONCILED",
                handover.subject(),
                handover.regionCode(),
                Map.of(
                        "planRow",
                        handover.planRowId(),
                        "inScope",
                        inScope,
                        "moved",
                        moved,
                        "left",
                        left,
                        "givenUp",
                        ended,
                        "takenOn",
                        begun,
                        "outside",
                        outside));
        return new Balance(inScope, moved, left, undecided);
    }

    /**
     * Brings every moved case back to the unit it came from. A case that has moved on since stays where it is and
     * remains listed as moved.
     */
    @Transactional
    public int bringBack(long handoverId) {
        Handover handover = handovers.lock(handoverId);
        int returned = batches.bringBack(handover, now());
        ItemBatch.Counts counts = items.count(handoverId);
        handover.broughtBack(counts.of(ItemState.MOVED));
        audit.recordOnce(
                "brought-back-%d-%d".formatted(handoverId, handover.round()),
                "system",
                "CASES_BROUGHT_BACK",
                handover.subject(),
                handover.regionCode(),
                Map.of("planRow", handover.planRowId(), "returned", counts.of(ItemState.RETURNED)));
        return returned;
    }

    private static void require(boolean holds, Handover handover, String figures) {
        if (!holds) {
            throw new CannotSucceedException(
                    "The transfer of %s does not balance: %s. Nothing was signed. Compare handover_item_view, handover_batch and case_service of handover %d, correct the data, then retry"
                            .formatted(handover.planRowId(), figures, handover.id()));
        }
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }
}
