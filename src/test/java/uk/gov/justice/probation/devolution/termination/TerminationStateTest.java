package uk.gov.justice.probation.devolution.termination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminationStateTest {

    @Test
    void itIsHeldWhileSomethingKeepsItFromGoingOn() {
        assertThat(TerminationState.values())
                .filteredOn(TerminationState::isHeld)
                .containsExactly(TerminationState.WAITING, TerminationState.BLOCKED);
    }

    @Test
    void onlyWhatEndedSomethingCanBeReopened() {
        assertThat(TerminationState.values())
                .filteredOn(TerminationState::closedSomething)
                .containsExactly(TerminationState.COMPONENTS_ENDED, TerminationState.TERMINATED);
    }

    @Test
    void aCaseEndsInPartOrAsAWhole() {
        assertThat(Eligibility.values())
                .filteredOn(Eligibility::canEnd)
                .containsExactly(Eligibility.COMPONENT_ONLY, Eligibility.COMPLETE);
    }
}
