package uk.gov.justice.probation.devolution.unpaidwork.order;

import org.springframework.modulith.NamedInterface;

/** The states of an order, as the process {@code upw-placement} passes through them. */
@NamedInterface("order")
public enum OrderState {
    NOT_STARTED("Not started"),
    TEAM("Team to confirm"),
    ASSESSMENT("Assessment"),
    APPROVAL("Approval"),
    PROJECT("Project to choose"),
    INSTRUCTIONS("Instructions"),
    SESSIONS("Working"),
    COMPLETE("Hours complete"),
    COURT("Back to court"),
    STOPPED("Stopped");

    private final String label;

    OrderState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it has started and not ended. */
    public boolean running() {
        return this != NOT_STARTED && !ended();
    }

    public boolean ended() {
        return this == COMPLETE || this == COURT || this == STOPPED;
    }

    /** Whether it has a project, or is about to, so that it takes up one of the project's places. */
    public boolean placed() {
        return this == INSTRUCTIONS || this == SESSIONS;
    }
}
