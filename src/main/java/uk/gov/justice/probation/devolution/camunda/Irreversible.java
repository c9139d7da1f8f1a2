package uk.gov.justice.probation.devolution.camunda;

/**
 * The answer to a form that starts something which cannot be undone, or only until a certain day. The form says in
 * numbers and words what will happen and when, with a box below; the answer is saved only if the box is ticked (ADR
 * 0060).
 */
public interface Irreversible {
    /** The refusal if the box is not ticked. */
    String NOT_UNDERSTOOD = "Tick that you have read what will happen and want it to happen.";

    /** Whether the box is ticked. */
    Boolean understood();

    /** Whether the choice made cannot be undone; a form may also offer harmless choices. */
    default boolean cannotBeUndone() {
        return true;
    }
}
