package uk.gov.justice.probation.devolution.termination;

import java.util.EnumSet;
import java.util.Set;

/** The states of a termination, as the process {@code case-termination} passes through them. */
public enum TerminationState {
    COLLECTING("Looking for open work"),
    WAITING("Waiting for a handover"),
    BLOCKED("Blocked"),
    COURT("Back to court"),
    EVIDENCE("Evidence"),
    REVIEW("Final review"),
    SPO("SPO review"),
    ENDING("Ending"),
    EXTENDED("Stays live"),
    COMPONENTS_ENDED("Components ended"),
    TERMINATED("Terminated"),
    REOPENED("Reopened"),
    CANCELLED("Nothing to do");

    /** What is still open decides whether it goes on. */
    static final Set<TerminationState> LOOKING_AT_OPEN_WORK = EnumSet.of(COLLECTING, BLOCKED);

    private final String label;

    TerminationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether nobody is working on it because something prevents that. */
    public boolean isHeld() {
        return this == BLOCKED || this == WAITING;
    }

    /** Whether it closed something that a reopening can restore. */
    public boolean closedSomething() {
        return this == TERMINATED || this == COMPONENTS_ENDED;
    }
}
