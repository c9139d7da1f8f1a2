package uk.gov.justice.probation.devolution.unpaidwork.order;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Times that begin on a day, and how many minutes really lie between them where the person works: an hour less in the
 * night the clocks go forward, an hour more when they go back. An end that is not after the start is on the next day,
 * so that midnight is the end of the day (ADR 0125).
 */
public record TimeWorked(LocalDate on, LocalTime from, LocalTime until) {
    private static final ZoneId ENGLAND_AND_WALES = ZoneId.of("Europe/London");
    private static final Duration LONGEST_OVER_MIDNIGHT = Duration.ofHours(12);
    private static final String MIDNIGHT = "24:00";

    /** What is wrong with times that do not hold, after the name of the end. */
    public static final String MUST_HOLD =
            "must be after the start: a time before it is on the next day, at most %d hours later"
                    .formatted(LONGEST_OVER_MIDNIGHT.toHours());

    /**
     * The time at which something ends, as entered: 24:00 is midnight.
     *
     * @throws java.time.DateTimeException if it is no time
     */
    public static LocalTime end(String entered) {
        return entered.equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(entered);
    }

    /** The time at which something ends, as it is entered: the inverse of {@link #end}. */
    public static String entered(LocalTime end) {
        return end.equals(LocalTime.MIDNIGHT) ? MIDNIGHT : end.toString();
    }

    /** When somebody was at a session with these times: who comes to it after midnight comes on its second day. */
    public TimeWorked within(LocalTime came, LocalTime left) {
        boolean secondDay = endsOnNextDay() && came.isBefore(until);
        return new TimeWorked(secondDay ? on.plusDays(1) : on, came, left);
    }

    /**
     * Whether the times can be meant as they are: hours of a day that were swapped by mistake are not taken for a long
     * night.
     */
    public boolean holds() {
        return until.isAfter(from) || endsOnNextDay();
    }

    /** Whether it ends on the day after the one on which it begins, if only at midnight. */
    public boolean endsOnNextDay() {
        if (!until.isBefore(from)) return false;
        Duration lasts = Duration.between(from, until).plusDays(1);
        return until.equals(LocalTime.MIDNIGHT) || lasts.compareTo(LONGEST_OVER_MIDNIGHT) <= 0;
    }

    public LocalDateTime begins() {
        return on.atTime(from);
    }

    public LocalDateTime ends() {
        return (endsOnNextDay() ? on.plusDays(1) : on).atTime(until);
    }

    public boolean meets(TimeWorked other) {
        return begins().isBefore(other.ends()) && ends().isAfter(other.begins());
    }

    /** Zero if the times do not hold. A time that occurs twice when the clocks go back is taken as the first. */
    public int minutes() {
        if (!holds()) return 0;
        return Math.toIntExact(Math.max(
                0,
                Duration.between(begins().atZone(ENGLAND_AND_WALES), ends().atZone(ENGLAND_AND_WALES))
                        .toMinutes()));
    }

    /** "09:00 to 16:00", "18:00 to midnight", "22:00 to 06:00 the next day". */
    public String inWords() {
        return inWords(from, until);
    }

    public static String inWords(LocalTime from, LocalTime until) {
        return "%s to %s".formatted(from, endInWords(from, until));
    }

    /** The end of what begins at a time. */
    public static String endInWords(LocalTime from, LocalTime until) {
        if (until.equals(LocalTime.MIDNIGHT)) return "midnight";
        return until.isAfter(from) ? until.toString() : until + " the next day";
    }
}
