package uk.gov.justice.probation.devolution.consultation;

/** The states of a consultation, in the order of its steps. */
public enum ConsultationState {
    LAUNCHED("Launched"),
    UNION("Union consultation"),
    RESPONSE("Response"),
    INDIVIDUAL("One-to-ones"),
    PREFERENCES("Location preferences"),
    PANEL("Panel"),
    DECISION("Outcome decision"),
    OUTCOME("Letters and appeals"),
    CLOSED("Closed"),
    REFUSED("Refused"),
    CANCELLED("Cancelled");

    private final String label;

    ConsultationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean ended() {
        return this == CLOSED || this == REFUSED || this == CANCELLED;
    }

    /**
     * Whether it may move on to the other state. It never goes back, except that the director may return the outcome to
     * the panel; and it is cancelled only before the unions are asked.
     */
    boolean leadsTo(ConsultationState next) {
        if (next == CANCELLED) return this == LAUNCHED;
        return next.ordinal() > ordinal() && !ended() || this == DECISION && next == PANEL;
    }
}
