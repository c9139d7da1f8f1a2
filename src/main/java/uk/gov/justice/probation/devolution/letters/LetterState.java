package uk.gov.justice.probation.devolution.letters;

/** The state of a letter. */
public enum LetterState {
    WRITTEN("Not sent yet"),
    /**
     * Sending has begun, and it is not known whether the sender has it. The sender is asked before it is sent again.
     */
    SENDING("Being sent"),
    SENT("Sent"),
    /** It cannot be delivered to its address, or goes on paper. There is a task for HR. */
    FAILED("Could not be sent"),
    HANDED_OVER("Handed over");

    private final String label;

    LetterState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @param paper null if the letter goes by email */
    String inWords(Paper paper) {
        return this == FAILED && paper != null ? "On paper: to be handed over or posted" : label;
    }
}
