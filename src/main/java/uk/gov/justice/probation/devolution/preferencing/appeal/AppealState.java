package uk.gov.justice.probation.devolution.preferencing.appeal;

/** How far an appeal has come. */
public enum AppealState {
    LODGED("Lodged"),
    LATE("Late, waits for the chair"),
    ADMITTED("Waits for the review"),
    REVIEWED("Waits for the panel"),
    DECIDED("Decided, letter to come"),
    CLOSED("Closed"),
    REFUSED("Not admitted");

    private final String label;

    AppealState(String label) {
        this.label = label;
    }

    /** The wording on pages. */
    public String label() {
        return label;
    }
}
