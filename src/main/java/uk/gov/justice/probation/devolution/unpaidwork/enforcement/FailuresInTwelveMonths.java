package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.LocalDate;
import java.util.Collection;
import uk.gov.justice.probation.devolution.unpaidwork.order.TwelveMonths;

/**
 * How many unacceptable failures stand in the twelve months up to and including one of them. What was imported as a
 * warning counts until twelve months after the import.
 */
public final class FailuresInTwelveMonths {
    private FailuresInTwelveMonths() {}

    /**
     * @param failures days of the failures that count, this one among them
     * @param imported warnings of the twelve months before the import
     */
    public static int upTo(LocalDate failedOn, Collection<LocalDate> failures, int imported, LocalDate importedOn) {
        long ours = failures.stream()
                .filter(failure -> new TwelveMonths(failure).includes(failedOn))
                .count();
        boolean importedStillCount = !failedOn.isAfter(new TwelveMonths(importedOn).lastDay());
        return Math.toIntExact(ours) + (importedStillCount ? imported : 0);
    }
}
