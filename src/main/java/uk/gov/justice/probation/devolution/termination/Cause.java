package uk.gov.justice.probation.devolution.termination;

/** Why a termination was started. */
public enum Cause {
    EXPECTED_END("Expected end date"),
    HOURS_COMPLETE("Hours complete"),
    EVENT("Event"),
    BY_HAND("Started by hand");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
