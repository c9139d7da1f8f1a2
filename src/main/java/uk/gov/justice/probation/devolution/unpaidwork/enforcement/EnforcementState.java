package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

/** The states of an enforcement, as the process {@code upw-enforcement} passes through them. */
public enum EnforcementState {
    EVIDENCE("Waiting for evidence"),
    WARNED("Warned"),
    BREACH("Breach pack to send"),
    BREACHED("With the court"),
    CLOSED("Closed"),
    WITHDRAWN("Withdrawn"),
    STOPPED("Stopped");

    private final String label;

    EnforcementState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether something is left to do or to wait for here. */
    public boolean open() {
        return this == EVIDENCE || this == WARNED || this == BREACH;
    }
}
