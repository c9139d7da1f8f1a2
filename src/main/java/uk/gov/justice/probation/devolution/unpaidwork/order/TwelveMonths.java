package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.LocalDate;

/**
 * Twelve months from and including a day: from 1 March they end on the last day of February. From 29 February, which
 * the next year does not have, they end on 28 February.
 */
public record TwelveMonths(LocalDate from) {
    /** As people read it, in pages and letters. */
    public static final String IN_WORDS = "twelve months";

    private static final int MONTHS = 12;

    public LocalDate lastDay() {
        return lastDayOf(MONTHS);
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(lastDay());
    }

    /** The last day of the n-th month. */
    public LocalDate lastDayOf(int month) {
        LocalDate sameDay = from.plusMonths(month);
        return sameDay.getDayOfMonth() < from.getDayOfMonth() ? sameDay : sameDay.minusDays(1);
    }
}
