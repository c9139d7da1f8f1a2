package uk.gov.justice.probation.devolution.telling;

/** How far an email has come. */
public enum NoticeState {
    WAITING("Not sent yet"),
    /**
     * Sending has begun, and it is not known whether the sender has it. The sender is asked before it is sent again.
     */
    SENDING("Being sent"),
    /** The sender has it. */
    SENT("Sent"),
    DELIVERED("Delivered"),
    /** Nothing can be delivered to its address. */
    FAILED("Could not be delivered");

    private final String label;

    NoticeState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
