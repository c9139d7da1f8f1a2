package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Times of one day, and how many minutes really lie between them where the person works: an hour less in the night the
 * clocks go forward, an hour more when they go back.
 */
public record TimeWorked(LocalDate on, LocalTime from, LocalTime until) {
    private static final ZoneId ENGLAND_AND_WALES = ZoneId.of("Europe/London");

    /**
     * Zero if the end is not after the start. A time that occurs twice when the clocks go back is taken as the first.
     */
    public int minutes() {
        if (!until.isAfter(from)) return 0;
        return Math.toIntExact(Math.max(
                0,
                Duration.between(
                                on.atTime(from).atZone(ENGLAND_AND_WALES),
                                on.atTime(until).atZone(ENGLAND_AND_WALES))
                        .toMinutes()));
    }
}
