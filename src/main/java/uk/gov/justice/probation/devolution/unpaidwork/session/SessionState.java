package uk.gov.justice.probation.devolution.unpaidwork.session;

/** The states of a session. {@code HISTORY} means that it was over and counted before its order came here. */
public enum SessionState {
    PLANNED("Planned"),
    RECORDED("Outcome recorded"),
    SETTLED("Settled"),
    CANCELLED("Cancelled"),
    HISTORY("Before its order came here");

    private final String label;

    SessionState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
