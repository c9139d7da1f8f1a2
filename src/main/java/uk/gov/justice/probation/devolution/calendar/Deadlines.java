package uk.gov.justice.probation.devolution.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Service;

/**
 * Converts dates to the times that the engine's timers and due dates need: work starts at 07:00 and a deadline day ends
 * at 17:00, in UK time.
 */
@Service
public class Deadlines {
    private static final LocalTime START_OF_WORK = LocalTime.of(7, 0);
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter IN_SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

    private final WorkingDays workingDays;
    private final Clock clock;

    Deadlines(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    DayRule.Today asToday() {
        return new DayRule.Today(today(), workingDays.calendar());
    }

    /** The end of the n-th working day from today; the present time for 0. */
    public String inWorkingDays(int n) {
        return n == 0 ? now() : endOf(workingDays.calendar().plus(today(), n));
    }

    public LocalDate workingDaysFrom(LocalDate date, int n) {
        return workingDays.calendar().plus(date, n);
    }

    /** The day itself if it is a working day, otherwise the next one. */
    public LocalDate workingDayOnOrAfter(LocalDate date) {
        return workingDays.calendar().onOrAfter(date);
    }

    public String startOf(LocalDate date) {
        return at(date, START_OF_WORK);
    }

    public String endOf(LocalDate date) {
        return at(date, END_OF_WORK);
    }

    /** The time at which a deadline day ends. */
    public Instant endOfDay(LocalDate date) {
        return date.atTime(END_OF_WORK).atZone(clock.getZone()).toInstant();
    }

    /** The day of a time; null for null. */
    public LocalDate day(Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, clock.getZone());
    }

    /** A time in the format of the engine's timers. */
    public String moment(Instant at) {
        return at.atZone(clock.getZone())
                .toOffsetDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /**
     * The cycle of a timer that gives notice of a deadline twice: on the morning this many working days before it, and
     * when it has passed. If that morning has already passed, the timer fires only after the deadline.
     *
     * @param dueAt the deadline, in the format of the engine's timers
     */
    public String noticeCycle(String dueAt, int daysBefore) {
        Instant due = OffsetDateTime.parse(dueAt).toInstant();
        String once = "R1/%s/PT1S".formatted(dueAt);
        if (daysBefore == 0 || !due.isAfter(clock.instant())) return once;
        String reminder = startOf(workingDays.calendar().plus(day(due), -daysBefore));
        Instant before = OffsetDateTime.parse(reminder).toInstant();
        return before.isAfter(clock.instant()) ? "R2/%s/%s".formatted(reminder, Duration.between(before, due)) : once;
    }

    /**
     * Whether a deadline lies ahead, for the notice about it. The engine's clock, which triggered us, may be some
     * minutes ahead of ours.
     */
    public boolean isToCome(Instant deadline) {
        return clock.instant().isBefore(deadline.minus(CLOCKS_DIFFER));
    }

    /** For example "30 November 2021". */
    public static String inWords(LocalDate date) {
        return date == null ? "" : date.format(IN_WORDS);
    }

    /** "Sat 5 Dec". */
    public static String inShort(LocalDate date) {
        return date.format(IN_SHORT);
    }

    private String now() {
        return moment(clock.instant());
    }

    private String at(LocalDate date, LocalTime time) {
        return date.atTime(time)
                .atZone(clock.getZone())
                .toOffsetDateTime()
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
