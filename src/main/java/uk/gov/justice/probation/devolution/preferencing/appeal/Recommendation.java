package uk.gov.justice.probation.devolution.preferencing.appeal;

/** What the independent manager recommends to the appeal panel. */
public enum Recommendation {
    UPHOLD("Uphold"),
    PARTLY("Partly uphold"),
    REJECT("Reject");

    private final String label;

    Recommendation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
