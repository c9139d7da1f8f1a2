package uk.gov.justice.probation.devolution.preferencing.checking;

import java.util.List;
import java.util.stream.Collectors;
import uk.gov.justice.probation.devolution.allocation.Objective;
import uk.gov.justice.probation.devolution.preferencing.allocating.Outcome;
import uk.gov.justice.probation.devolution.preferencing.allocating.SinceClosing;

/**
 * What everybody may read of a draw. What is not shown yet is null. Seeds, ids and numbers are text, because many
 * readers of JSON round numbers of their size.
 *
 * @param notAskedRank the rank of a place that somebody did not ask for; null if it is the one after each person's own
 *     last
 * @param peopleAtClosing who had a row when the last person's time to answer had ended
 * @param rootAtClosing of the tree of those rows; null in a round that a former release closed
 * @param people in the draw
 * @param root of the tree of their rows: that of closing, unless something has changed between it and the sharing out
 * @param changes what has changed, without saying for how many; null until the places are shared out
 * @param numbers by which they took part in the lottery, in order
 * @param totals none of fewer than five people, as long as there are so many
 */
public record PublishedDraw(
        String format,
        String consultation,
        Objective aim,
        Integer notAskedRank,
        List<OfferedPlace> places,
        String secretSha256,
        Integer peopleAtClosing,
        String rootAtClosing,
        Integer people,
        String root,
        List<SinceClosing> changes,
        List<EnteredWord> words,
        String secret,
        String seed,
        List<String> numbers,
        List<Total> totals) {

    public record OfferedPlace(String option, String name, int places) {}

    public record EnteredWord(String party, String word, String sha256) {}

    /** How many people had one of these outcomes. */
    public record Total(List<Outcome> outcomes, int people) {
        public String inWords() {
            return outcomes.stream().map(Outcome::title).collect(Collectors.joining(" or "));
        }
    }
}
