package uk.gov.justice.probation.devolution.suppression;

import java.util.List;

/** A table as anybody may see it, with its totals. */
public record Shown(
        String by,
        List<String> groups,
        List<String> outcomes,
        List<List<Count>> counts,
        List<Integer> groupTotals,
        List<Integer> outcomeTotals) {
    /** @param people null if the count is hidden */
    public record Count(Integer people) {
        static final Count HIDDEN = new Count(null);

        public boolean hidden() {
            return people == null;
        }
    }
}
