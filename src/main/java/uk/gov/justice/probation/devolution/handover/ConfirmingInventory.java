package uk.gov.justice.probation.devolution.handover;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.gov.justice.probation.devolution.camunda.Entered;
import uk.gov.justice.probation.devolution.camunda.TaskAnswer;
import uk.gov.justice.probation.devolution.handover.Decisions.Decision;
import uk.gov.justice.probation.devolution.handover.Decisions.Step;

/** The releasing unit confirms the inventory, or asks for a new one. */
@Service
public class ConfirmingInventory {
    private static final int NOTE = 2000;

    private final HandoverRepository handovers;
    private final Decisions decisions;
    private final Units units;

    ConfirmingInventory(HandoverRepository handovers, Decisions decisions, Units units) {
        this.handovers = handovers;
        this.decisions = decisions;
        this.units = units;
    }

    /** @param answer CONFIRM, or TAKE_AGAIN with a note on what was wrong */
    @Transactional
    public void confirm(long handoverId, String answer, String note, TaskAnswer by) {
        Handover handover = handovers.lock(handoverId);
        if (decisions.outcomeOf(by).isPresent()) return;
        units.mustOwn(handover.fromUnits(), by, "confirm the inventory");
        String confirmed = new Entered("Whether the inventory is right", answer).oneOf("CONFIRM", "TAKE_AGAIN");
        Entered wrong = new Entered("What was wrong with it", note);
        decisions.record(
                handover,
                by,
                Decision.of(
                        Step.INVENTORY,
                        confirmed,
                        confirmed.equals("CONFIRM") ? wrong.atMost(NOTE) : wrong.required(NOTE)));
    }
}
