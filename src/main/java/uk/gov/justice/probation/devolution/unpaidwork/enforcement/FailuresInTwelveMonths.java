package uk.gov.justice.probation.devolution.unpaidwork.enforcement;

import java.time.LocalDate;
import java.util.Collection;
import uk.gov.justice.probation.devolution.unpaidwork.order.TwelveMonths;

/**
 * Counts the unacceptable failures in the twelve months up to and including one of them. Imported warnings count until
 * twelve months after the import.
 */
public final class FailuresInTwelveMonths {
    private FailuresInTwelveMonths() {}

    /**
     * @param failures days of the failures that count, including this one
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
