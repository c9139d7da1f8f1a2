package uk.gov.justice.probation.devolution.preferencing.checking;

import java.util.List;
import java.util.stream.IntStream;
import uk.gov.justice.probation.devolution.preferencing.allocating.Outcome;
import uk.gov.justice.probation.devolution.preferencing.allocating.Result;
import uk.gov.justice.probation.devolution.preferencing.drawing.PublishedRow;

/**
 * Everybody's rows, in the order of their numbers, and what the draw gave them, in the order of the lottery.
 *
 * @param rowsAtClosing as they were when the last person's time to answer had ended; null if none has changed since,
 *     and in a round that a former release closed
 */
public record WholeRequest(
        String format,
        String consultation,
        List<PublishedRow> rowsAtClosing,
        List<PublishedRow> rows,
        List<DrawnPlace> results,
        Totals totals) {

    /**
     * @param choices how many people got a place of each choice, first choices first, down to the last that anybody got
     * @param notAsked how many got a place they did not ask for
     * @param moreWithEveryConsent in the draw, how many more would have a place if every consent had been known
     */
    public record Totals(int people, List<Integer> choices, int notAsked, int none, int moreWithEveryConsent) {
        static Totals of(List<Result> results, int moreWithEveryConsent) {
            List<Integer> ranks =
                    results.stream().filter(Result::ranked).map(Result::rank).toList();
            int last = ranks.stream().mapToInt(Integer::intValue).max().orElse(0);
            return new Totals(
                    results.size(),
                    IntStream.rangeClosed(1, last)
                            .mapToObj(choice -> (int) ranks.stream()
                                    .filter(rank -> rank == choice)
                                    .count())
                            .toList(),
                    Outcome.counts(results).get(Outcome.NOT_ASKED.ordinal()),
                    Outcome.counts(results).get(Outcome.NO_PLACE.ordinal()),
                    moreWithEveryConsent);
        }
    }
}
