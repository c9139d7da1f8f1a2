package uk.gov.justice.probation.devolution.camunda;

/**
 * The answer to a form that begins something which cannot be undone, or only until a certain day. The form says in
 * numbers and words what will happen and when, and has a box below it; the answer is kept only if the box is ticked
 * (ADR 0060).
 */
public interface Irreversible {
    /** The refusal if the box is not ticked. */
    String NOT_UNDERSTOOD = "Tick that you have read what will happen and want it to happen.";

    /** Whether the box is ticked. */
    Boolean understood();

    /** Whether what was chosen cannot be undone: a form may offer what is harmless too. */
    default boolean cannotBeUndone() {
        return true;
    }
}
