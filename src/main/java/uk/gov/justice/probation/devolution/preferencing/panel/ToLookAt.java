package uk.gov.justice.probation.devolution.preferencing.panel;

/** Why the panel has to look at a person. */
public enum ToLookAt {
    NO_PLACE("No place"),
    FORBIDDEN_SINCE("Their place is no longer possible for them since closing"),
    NOT_ASKED_FOR("A place they did not ask for"),
    UNAVAILABLE("Could not be reached"),
    JOINED_LATE("Joined after the allocation");

    private final String label;

    ToLookAt(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
