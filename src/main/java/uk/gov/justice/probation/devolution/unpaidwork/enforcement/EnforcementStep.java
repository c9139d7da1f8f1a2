package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

/** What follows from a failure: the results of the decision {@code enforcement-step}. */
public enum EnforcementStep {
    NONE("No further action"),
    WARNING("Warning"),
    BREACH("Breach"),
    BREACH_AT_ONCE("Breach at once");

    private final String label;

    EnforcementStep(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
