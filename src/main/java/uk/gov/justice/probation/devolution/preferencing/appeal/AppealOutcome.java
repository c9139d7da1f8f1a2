package uk.gov.justice.probation.devolution.preferencing.appeal;

/** What the appeal panel decided. */
public enum AppealOutcome {
    /** A better place is looked for, if necessary by allocating again the people who have none. */
    UPHELD("upheld"),
    /** A better place is given if one is free. Otherwise the person keeps the one they have. */
    PARTLY("partly upheld"),
    REJECTED("rejected");

    private final String label;

    AppealOutcome(String label) {
        this.label = label;
    }

    /** Completes the sentence "your appeal was …". */
    public String label() {
        return label;
    }
}
