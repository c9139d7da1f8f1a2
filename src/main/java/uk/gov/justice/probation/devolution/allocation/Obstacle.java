package uk.gov.justice.probation.devolution.allocation;

import java.util.List;

/**
 * What stood between a person and a place: a choice better than what they got, or any other that they could have taken.
 *
 * @param rank of the choice, 1 for the first; 0 for a place they did not ask for
 * @param why the code of the rule for {@link Kind#NOT_ALLOWED}, otherwise empty
 * @param places how many people the option can take
 * @param asked how many people who could take it ranked it at all
 * @param askedFirst how many of those ranked it first
 * @param givenByRank how many got it as their first choice, second choice and so on
 * @param givenUnranked how many got it without having ranked it
 * @param last for {@link Kind#FULL} the number in the lottery of whoever took the last place, otherwise 0
 * @param setback for {@link Kind#OBJECTIVE} how much worse the best allocation is in which they have it, otherwise null
 */
public record Obstacle(
        String option,
        int rank,
        Kind kind,
        String why,
        int places,
        int asked,
        int askedFirst,
        List<Integer> givenByRank,
        int givenUnranked,
        int last,
        Setback setback) {
    public Obstacle {
        givenByRank = List.copyOf(givenByRank);
    }

    /** What stood in the way. */
    public enum Kind {
        /** A hard rule forbids it. */
        NOT_ALLOWED,
        /** The option has no places, or all of them were given beforehand. */
        NO_PLACE,
        /** This person's place was given beforehand: confirmed, or moved by the panel. */
        DECIDED,
        /**
         * An equally good allocation exists in which they have it, but somebody earlier in the lottery would then have
         * a worse rank.
         */
        LOTTERY,
        /** Every allocation in which they have it is worse under the objective. */
        OBJECTIVE,
        /** In the draw: at their turn people earlier in the lottery had all its places. */
        FULL,
        /**
         * In the draw: at their turn, with them there, one more person would have been left without a place. To
         * somebody who has none, its places were taken by, or kept for, people with earlier turns.
         */
        ONE_MORE,
        /** In the draw: they did not ask for it, and at their turn it would have been theirs. */
        UNNAMED
    }
}
