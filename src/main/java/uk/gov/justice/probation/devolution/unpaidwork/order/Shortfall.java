package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.LocalDate;
import java.util.Collection;

/** How many minutes of an order will not be worked within its twelve months, as sessions are planned now. */
public final class Shortfall {
    private Shortfall() {}

    /** Minutes planned on a day. */
    public record Planned(LocalDate on, int minutes) {}

    /**
     * @param remaining minutes left to work
     * @param planned future sessions, and those waiting for their outcome
     * @param lastDay the last day that counts: of the twelve months, or of the court's extension
     */
    public static int of(int remaining, Collection<Planned> planned, LocalDate lastDay) {
        int inTime = planned.stream()
                .filter(session -> !session.on().isAfter(lastDay))
                .mapToInt(Planned::minutes)
                .sum();
        return Math.max(0, remaining - inTime);
    }
}
