package uk.gov.justice.probation.devolution.unpaidwork.order;

import org.springframework.modulith.NamedInterface;

/** The state of an order (upw-placement). */
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

    /** Started and not ended. */
    public boolean running() {
        return this != NOT_STARTED && !ended();
    }

    public boolean ended() {
        return this == COMPLETE || this == COURT || this == STOPPED;
    }

    /** Placed on a project, or about to be: the order takes up one of its places. */
    public boolean placed() {
        return this == INSTRUCTIONS || this == SESSIONS;
    }
}
