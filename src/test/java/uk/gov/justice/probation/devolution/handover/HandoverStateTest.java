package uk.gov.justice.probation.devolution.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.justice.probation.devolution.handover.HandoverState.CALLED_OFF;
import static uk.gov.justice.probation.devolution.handover.HandoverState.CANCELLED;
import static uk.gov.justice.probation.devolution.handover.HandoverState.CLOSED;
import static uk.gov.justice.probation.devolution.handover.HandoverState.DECISION;
import static uk.gov.justice.probation.devolution.handover.HandoverState.GATES;
import static uk.gov.justice.probation.devolution.handover.HandoverState.INVENTORY;
import static uk.gov.justice.probation.devolution.handover.HandoverState.PLANNED;
import static uk.gov.justice.probation.devolution.handover.HandoverState.SCHEDULED;
import static uk.gov.justice.probation.devolution.handover.HandoverState.WAITING;

import org.junit.jupiter.api.Test;

class HandoverStateTest {

    @Test
    void itHasEndedWhenItIsClosedCalledOffOrCancelled() {
        assertThat(HandoverState.values())
                .filteredOn(HandoverState::ended)
                .containsExactly(CLOSED, CALLED_OFF, CANCELLED);
    }

    @Test
    void nothingHasMovedUntilItIsReadyToMove() {
        assertThat(HandoverState.values())
                .filteredOn(HandoverState::beforeTransfer)
                .containsExactly(PLANNED, WAITING, INVENTORY, GATES, DECISION, SCHEDULED);
    }
}
