package uk.gov.justice.probation.devolution.unpaidwork.session;

/** What an outcome means: the results of the decision {@code session-outcome}. */
public enum Meaning {
    CREDIT("Minutes credited"),
    CREDIT_AND_ENFORCE("Minutes credited, enforcement started"),
    RESCHEDULE("Planned again"),
    ENFORCE("Enforcement started");

    private final String label;

    Meaning(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean credits() {
        return this == CREDIT || this == CREDIT_AND_ENFORCE;
    }

    public boolean enforces() {
        return this == ENFORCE || this == CREDIT_AND_ENFORCE;
    }
}
