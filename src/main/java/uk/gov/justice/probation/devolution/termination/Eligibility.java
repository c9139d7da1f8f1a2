package uk.gov.justice.probation.devolution.termination;

/** What the decision {@code termination-eligibility} answers. */
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

    /** Whether something ends. */
    boolean canEnd() {
        return this == COMPONENT_ONLY || this == COMPLETE;
    }
}
