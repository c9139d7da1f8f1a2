package uk.gov.justice.probation.devolution.preferencing.appeal;

/** What the appeal panel decided. */
public enum AppealOutcome {
    /** A better place is looked for, if need be by assigning those without one again. */
    UPHELD("upheld"),
    /** A better place is given if one is free; otherwise the person keeps theirs. */
    PARTLY("partly upheld"),
    REJECTED("rejected");

    private final String label;

    AppealOutcome(String label) {
        this.label = label;
    }

    /** As it reads after "your appeal was". */
    public String label() {
        return label;
    }
}
