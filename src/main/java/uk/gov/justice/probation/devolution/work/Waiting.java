package uk.gov.justice.probation.devolution.work;

import java.util.List;

/**
 * An open task beside the subject whose page shows it, for whoever may see that page.
 *
 * @param about the subject, e.g. {@code handover/12}
 * @param theirs whether the reader may do it: they are one of those it waits for
 * @param waitsFor task groups, and colleagues by name; whoever has claimed it alone, if somebody has. Readers without a
 *     role are told the groups only
 */
public record Waiting(String about, WaitingTask task, boolean theirs, List<String> waitsFor) {

    /** As in {@code hr-nw or rpd-nw}. */
    public String whom() {
        return waitsFor.isEmpty() ? "a colleague" : String.join(" or ", waitsFor);
    }
}
