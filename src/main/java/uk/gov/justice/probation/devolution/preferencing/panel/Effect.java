package uk.gov.justice.probation.devolution.preferencing.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.allocation.Score;

/**
 * The effect of a move.
 *
 * @param version of the panel's table to which it applies
 * @param changes one person, or the two people who change places
 * @param comparison negative if the result is better under the objective, 0 if it is as good, positive if it is worse
 * @param notAskedRank of a place that somebody did not ask for; null if it is after their own last
 * @param again what would be if everybody else were allocated again around this move, for comparison only; null under
 *     the draw, which is never run again
 * @param teams sentences about the teams whose share of experienced people changes
 */
public record Effect(
        Proposal proposal,
        int version,
        Objective objective,
        List<Change> changes,
        Score before,
        Score after,
        int comparison,
        Integer notAskedRank,
        Again again,
        List<String> teams) {

    /**
     * Everybody else allocated again around the move.
     *
     * @param changes how many others would have a different place than in the official allocation
     */
    public record Again(Score score, int changes) {}

    /** Sentences such as "First choices: 12 instead of 13.", without names. */
    public List<String> figures() {
        List<String> figures = new ArrayList<>();
        int ranks = Math.max(before.byRank().size(), after.byRank().size());
        for (int rank = 1; rank <= ranks; rank++) {
            if (before.at(rank) != after.at(rank))
                figures.add("%s: %d instead of %d.".formatted(named(rank), after.at(rank), before.at(rank)));
        }
        if (before.unplaced() != after.unplaced())
            figures.add("People without a place: %d instead of %d.".formatted(after.unplaced(), before.unplaced()));
        if (objective == Objective.BALANCED && before.sumOfRanks() != after.sumOfRanks())
            figures.add("Sum of choices: %d instead of %d.".formatted(after.sumOfRanks(), before.sumOfRanks()));
        if (figures.isEmpty()) figures.add("The number of people at each choice stays the same.");
        return figures;
    }

    private String named(int rank) {
        if (Objects.equals(rank, notAskedRank)) return "People in a place that they did not ask for";
        return rank == 1 && notAskedRank != null ? "First choices" : "People with choice number %d".formatted(rank);
    }

    public String judgement() {
        String aim = Character.toLowerCase(objective.label().charAt(0))
                + objective.label().substring(1);
        String how = comparison < 0 ? "better than" : comparison > 0 ? "worse than" : "as good as";
        return "Under the aim of this consultation (%s) the result would be %s the one before the move."
                .formatted(aim, how);
    }

    String inWords() {
        return "%s %s"
                .formatted(
                        comparison < 0 ? "Better." : comparison > 0 ? "Worse." : "As good.",
                        String.join(" ", figures()));
    }
}
