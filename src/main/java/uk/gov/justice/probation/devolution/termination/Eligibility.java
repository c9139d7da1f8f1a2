package uk.gov.justice.probation.devolution.termination;

/** The possible results of the decision {@code termination-eligibility}. */
public enum Eligibility {
    BLOCK("Blocked"),
    EXTEND("Back to court"),
    COMPONENT_ONLY("Components only"),
    COMPLETE("The whole event");

    private final String label;

    Eligibility(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether at least part of the case can end. */
    boolean canEnd() {
        return this == COMPONENT_ONLY || this == COMPLETE;
    }
}
