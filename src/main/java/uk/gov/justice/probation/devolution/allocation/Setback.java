package uk.gov.justice.probation.devolution.allocation;

/**
 * By how much the best allocation in which a person has a certain option is worse than the one chosen: the first thing
 * in the order of the objective in which both differ.
 *
 * @param rank the rank that {@link Worse#FEWER_AT_RANK} and {@link Worse#MORE_AT_RANK} speak of, otherwise 0
 * @param by people, or for {@link Worse#LARGER_SUM} ranks; 1 or more
 */
public record Setback(Worse worse, int rank, int by) {
    /** The first difference by which an allocation is worse, in the order of the objective. */
    public enum Worse {
        /** More people without any place. */
        MORE_UNPLACED,
        /** Fewer people at a rank (greedy). */
        FEWER_AT_RANK,
        /** More people at a rank (generous). */
        MORE_AT_RANK,
        /** A larger sum of ranks (balanced). */
        LARGER_SUM
    }
}
