package uk.gov.justice.probation.devolution.handover;

/** The states of a handover, in order. The label is what people see. */
public enum HandoverState {
    PLANNED("Planned"),
    WAITING("Waiting for a site move"),
    INVENTORY("Inventory"),
    GATES("Getting ready"),
    DECISION("Decision"),
    SCHEDULED("Ready to move"),
    TRANSFER("Moving"),
    EXCEPTIONS("Exceptions"),
    SIGNING("Signing"),
    HYPERCARE("Hypercare"),
    CLOSED("Closed"),
    CALLED_OFF("Called off"),
    CANCELLED("Cancelled");

    private final String label;

    HandoverState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean ended() {
        return this == CLOSED || this == CALLED_OFF || this == CANCELLED;
    }

    /** Nobody has decided to go. */
    boolean beforeGo() {
        return ordinal() < SCHEDULED.ordinal();
    }

    boolean beforeTransfer() {
        return ordinal() < TRANSFER.ordinal();
    }
}
