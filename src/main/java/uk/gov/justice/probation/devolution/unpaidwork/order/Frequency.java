package uk.gov.justice.probation.devolution.unpaidwork.order;

/** How often an order has a session. */
public enum Frequency {
    ONCE("Once"),
    WEEKLY("Every week"),
    FORTNIGHTLY("Every two weeks");

    private final String label;

    Frequency(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
